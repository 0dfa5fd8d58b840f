package io.github.streamingimage.emulator.nimblestudio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.service.ManualClock;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDK never sends, but other clients may. */
class WireTest {
    private static final String PATH = "/2020-08-01/studios/studio-1/streaming-images";

    @Test
    void takesAPlusSignInAPathForWhatItIs() {
        assertThat(Route.find("GET", "/2020-08-01/studios/a+b/streaming-images/c%2Bd"))
                .contains(new Route(Operation.GET, "a+b", Optional.of("c+d")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{\"name\":", "not JSON"})
    void makesNoCallOfABodyThatIsNoJsonObject(String body) {
        StreamingImages images = new StreamingImages(new ManualClock(), "us-west-2", "111122223333");
        images.addStudio("studio-1");

        WireResponse response = new NimbleStudioWire(images)
                .handle(new ReceivedRequest("POST", PATH, "", Map.of(), body.getBytes(UTF_8)))
                .response()
                .orElseThrow();

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers()).containsEntry("x-amzn-ErrorType", "SerializationException");
        assertThat(images.nextTransition()).isEmpty();
    }
}
