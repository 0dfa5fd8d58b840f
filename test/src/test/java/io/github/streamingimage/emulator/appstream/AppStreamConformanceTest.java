package io.github.streamingimage.emulator.appstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.emulator.service.ManualClock;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.appstream.AppStreamClient;
import software.amazon.awssdk.services.appstream.model.AppStreamException;
import software.amazon.awssdk.services.appstream.model.Image;
import software.amazon.awssdk.services.appstream.model.ImageState;
import software.amazon.awssdk.services.appstream.model.VisibilityType;

/** Keeps the emulator's vocabulary and the model of the API inside AWS's client from drifting apart. */
class AppStreamConformanceTest {
    private final AppStreamImages images = new AppStreamImages(new ManualClock(), "us-west-2", "111122223333");

    @Test
    void hasTheStatesOfTheModel() {
        assertThat(names(Set.of(AppStreamImageState.values()))).isEqualTo(names(ImageState.knownValues()));
    }

    @Test
    void hasTheVisibilitiesOfTheModel() {
        assertThat(names(Set.of(Visibility.values()))).isEqualTo(names(VisibilityType.knownValues()));
    }

    @Test
    void hasTheErrorsThatTheModelDeclaresForTheOperations() {
        Set<String> declared = Arrays.stream(AppStreamClient.class.getMethods())
                .filter(method -> method.getName().matches("(describeImages|deleteImage)"))
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .filter(type -> AppStreamException.class.isAssignableFrom(type) && type != AppStreamException.class)
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(declared).hasSize(5);
        assertThat(Arrays.stream(AppStreamError.values()).map(AppStreamError::shape))
                .containsAll(declared);
    }

    @Test
    void writesOnlyFieldsOfTheModel() {
        JsonNode image = image(AppStreamImageScript.available("image-1"));
        Set<String> known = Image.builder().build().sdkFields().stream()
                .map(SdkField::locationName)
                .collect(Collectors.toSet());

        assertThat(known).containsAll(image::fieldNames);
    }

    @Test
    void writesTheCreatedTimeAsSecondsWithAFraction() {
        AppStreamImageScript script = AppStreamImageScript.available("image-1");

        assertThat(image(script.createdAt(Instant.ofEpochMilli(1_700_000_000_120L)))
                        .path("CreatedTime")
                        .toString())
                .isEqualTo("1700000000.120");
    }

    private JsonNode image(AppStreamImageScript script) {
        images.add(script);
        AppStreamCall call = AppStreamCall.Describe.named("image-1");
        Shown<ListedImage> shown =
                (Shown<ListedImage>) images.handle(call).outcome().orElseThrow();
        return AppStreamJson.write(call.operation(), shown).path("Images").path(0);
    }

    private static <E extends Enum<E>> Set<String> names(Set<E> values) {
        return values.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
