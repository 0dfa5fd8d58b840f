package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.emulator.service.ManualClock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.nimble.NimbleClient;
import software.amazon.awssdk.services.nimble.model.ConflictException;
import software.amazon.awssdk.services.nimble.model.ListStreamingImagesResponse;
import software.amazon.awssdk.services.nimble.model.NimbleException;
import software.amazon.awssdk.services.nimble.model.StreamingImage;
import software.amazon.awssdk.services.nimble.model.StreamingImageEncryptionConfiguration;
import software.amazon.awssdk.services.nimble.model.StreamingImageState;
import software.amazon.awssdk.services.nimble.model.StreamingImageStatusCode;

/** Keeps the emulator's vocabulary and the SDK's model of the API from drifting apart. */
class ConformanceTest {
    private final ManualClock clock = new ManualClock();
    private final StreamingImages images = new StreamingImages(clock, "us-west-2", "111122223333");

    @Test
    void hasTheStatesOfTheModel() {
        assertThat(names(Set.of(ImageState.values()))).isEqualTo(names(StreamingImageState.knownValues()));
    }

    @Test
    void hasTheStatusCodesOfTheModel() {
        assertThat(names(Set.of(StatusCode.values()))).isEqualTo(names(StreamingImageStatusCode.knownValues()));
    }

    @Test
    void hasTheErrorsThatTheModelDeclaresForTheOperations() {
        Set<String> declared = Arrays.stream(NimbleClient.class.getMethods())
                .filter(method -> method.getName().matches("(create|get|update|delete|list)StreamingImages?"))
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .filter(type -> NimbleException.class.isAssignableFrom(type) && type != NimbleException.class)
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(ErrorType.values()).map(ErrorType::shape))
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void writesEveryFieldOfAnImage() {
        images.add(STUDIO, ImageScript.ready(IMAGE));

        JsonNode image = body(new Call.Get(STUDIO, IMAGE)).path("streamingImage");

        assertThat(fields(image)).isEqualTo(fields(StreamingImage.builder().build()));
        assertThat(fields(image.path("encryptionConfiguration")))
                .isEqualTo(
                        fields(StreamingImageEncryptionConfiguration.builder().build()));
    }

    @Test
    void writesEveryFieldOfAPage() {
        for (int i = 0; i < 100; i++) {
            images.add(STUDIO, ImageScript.ready("image-" + i));
        }

        assertThat(fields(body(new Call.ListAll(STUDIO, Optional.empty(), Optional.empty()))))
                .isEqualTo(fields(ListStreamingImagesResponse.builder().build()));
    }

    @Test
    void writesEveryFieldOfAnError() {
        assertThat(fields(body(new Call.Get(STUDIO, IMAGE))))
                .containsAll(fields(ConflictException.builder().build()))
                .contains("message");
    }

    private JsonNode body(Call call) {
        return WireFormat.write(call.operation(), images.handle(call).outcome().orElseThrow());
    }

    private static Set<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> fields(JsonNode object) {
        return object.properties().stream().map(property -> property.getKey()).collect(Collectors.toSet());
    }

    private static Set<String> fields(SdkPojo shape) {
        List<SdkField<?>> fields = shape.sdkFields();
        return fields.stream().map(SdkField::locationName).collect(Collectors.toSet());
    }
}
