package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.Stacks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * How often one invocation tries to deliver its response, and until when. The pauses are half of their bounds, since the random numbers
 * are: 0.1, 0.2, 0.4, 0.8, 1.6, 3.2 and then 5 seconds.
 */
class DeliveryAttemptsTest {

    private final VirtualTime time = new VirtualTime();
    private final List<Instant> attempts = new ArrayList<>();

    @Test
    void oneInvocationTriesTwelveTimes() {
        assertThatThrownBy(() -> invoke(Duration.ofMinutes(15), attempt -> 503))
                .isInstanceOf(UndeliveredResponseException.class)
                .hasMessage("SUCCESS could not be delivered in 12 attempts; last: HTTP 503");
        assertThat(attempts).hasSize(12);
    }

    @Test
    void theTwelfthTryCanSucceed() throws Exception {
        invoke(Duration.ofMinutes(15), attempt -> attempt < 12 ? 503 : 200);
        assertThat(attempts).hasSize(12);
    }

    /** The next try after that at 11.3 s would be at 16.3 s, and may take 13 s. */
    @Test
    void noTryBeginsInTheLastFifteenSecondsOfTheInvocation() {
        assertThatThrownBy(() -> invoke(Duration.ofMillis(31_200), attempt -> 503))
                .isInstanceOf(UndeliveredResponseException.class);
        assertThat(attempts).hasSize(8).last().isEqualTo(VirtualTime.START.plusMillis(11_300));
    }

    @Test
    void theTimeBeforeTheLastFifteenSecondsIsUsed() {
        assertThatThrownBy(() -> invoke(Duration.ofMillis(31_400), attempt -> 503))
                .isInstanceOf(UndeliveredResponseException.class);
        assertThat(attempts).hasSize(9).last().isEqualTo(VirtualTime.START.plusMillis(16_300));
    }

    /** A Delete whose id names no image: it succeeds without any call. */
    private void invoke(Duration remaining, IntUnaryOperator status) throws Exception {
        Map<String, Object> event = Events.delete("http://127.0.0.1:1/?" + Events.QUERY);
        event.put("PhysicalResourceId", "images-Image-1ABCDEFGHIJK");
        Context context = mock(Context.class);
        when(context.getRemainingTimeInMillis())
                .thenAnswer(call -> (int) remaining.minus(time.slept()).toMillis());
        Stacks none = mock(Stacks.class);
        DeletionHandler handler = new DeletionHandler(new Services(
                Optional.empty(),
                new NimbleStudio(request -> {
                    throw new AssertionError("nothing is to be called");
                }),
                none,
                Optional.empty(),
                (url, body) -> {
                    attempts.add(time.now());
                    return status.applyAsInt(attempts.size());
                },
                host -> Word.EXISTS,
                time,
                () -> Long.MIN_VALUE,
                line -> {}));
        handler.handleRequest(new ByteArrayInputStream(Events.json(event)), new ByteArrayOutputStream(), context);
    }
}
