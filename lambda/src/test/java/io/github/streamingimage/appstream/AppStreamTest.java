package io.github.streamingimage.appstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.StreamingImage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppStreamTest {

    private final AwsApi api = mock(AwsApi.class);
    private final AppStream service = new AppStream(api);

    @AfterEach
    void namesImagesWithoutACall() {
        verifyNoInteractions(api);
    }

    @Test
    void readsBackAnIdOfANameAndATime() {
        StreamingImage image =
                service.identified("My_image-1.0|2026-01-01T12:34:56Z").orElseThrow();
        assertThat(image)
                .isEqualTo(new AppStreamImage(
                        api, "My_image-1.0", Optional.of(Instant.parse("2026-01-01T12:34:56Z")), ""));
        assertThat(image.physicalResourceId()).isEqualTo("My_image-1.0|2026-01-01T12:34:56Z");
    }

    @Test
    void anImageThatWasNotSeenHasAnIdThatBelongsToNoImage() {
        StreamingImage image = service.declared(properties("image-1"), Events.STACK_ID);
        assertThat(image).isEqualTo(new AppStreamImage(api, "image-1", Optional.empty(), Events.STACK_ID));
        assertThat(service.identified(image.physicalResourceId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "image-1",
                "image-1|",
                "|2026-01-01T00:00:00Z",
                "image-1|2026-01-01T00:00:00.5Z",
                "image-1|2026-01-01T00:00:00+00:00",
                "image-1|2026-01-01",
                "image-1|1767225600",
                "image-1|2026-13-01T00:00:00Z",
                "image-1|2026-01-01T25:00:00Z",
                "image-1|2026-01-01T24:00:00Z",
                "image-1|2026-12-31T23:59:60Z",
                "image-1|2026-01-01T00:00:00Z|more",
                "image-1|2026-01-01T00:00:00Z\n",
                " image-1|2026-01-01T00:00:00Z",
                "-image|2026-01-01T00:00:00Z",
                "im/age|2026-01-01T00:00:00Z",
                "stack-Image-1ABCDEFGHIJK",
                "not-adopted-3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11",
                "studio-1|image-1"
            })
    void anyOtherFormBelongsToNoImage(String physicalResourceId) {
        assertThat(service.identified(physicalResourceId)).isEmpty();
    }

    @Test
    void knowsTheNameOfItsProperty() {
        assertThat(service.propertyNames()).containsExactly("ImageName");
    }

    @Test
    void takesTheLongestNameAndNoLongerOne() {
        assertThat(service.problem(properties("i".repeat(101)))).isEmpty();
        assertThat(service.identified("i".repeat(101) + "|2026-01-01T00:00:00Z"))
                .isPresent();
        assertThat(service.problem(properties("i".repeat(102)))).isPresent();
        assertThat(service.identified("i".repeat(102) + "|2026-01-01T00:00:00Z"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-image", ".image", "im age", "image|1", "image/1", "image\n", "ümage", "arn:aws:x"})
    void refusesANameThatIsNotWellFormed(String name) {
        assertThat(service.problem(properties(name)))
                .contains(
                        "Property ImageName is not 1 to 101 letters, digits, hyphens, underscores or periods, of which the "
                                + "first is a letter or a digit.");
    }

    @Test
    void namesThePropertyThatIsMissingOrNoText() {
        for (Object wrong : List.of(7, true, List.of("image-1"), Map.of())) {
            assertThat(service.problem(Map.of("ImageName", wrong)))
                    .hasValueSatisfying(problem -> assertThat(problem).startsWith("Property ImageName is not "));
        }
        assertThat(service.problem(Map.of())).contains("Property ImageName is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"StudioId", "StreamingImageId", "OnServiceRetired"})
    void tellsWhichResourceAPropertyBelongsTo(String property) {
        assertThat(service.problem(Map.of(property, "a")))
                .contains("Property ImageName is missing. Property " + property
                        + " belongs to Custom::StreamingImageDeletion.");
    }

    @Test
    void ignoresPropertiesThatItDoesNotKnow() {
        Map<String, Object> properties = properties("image-1");
        properties.put("Invented", "later");
        properties.put("StudioId", "a");
        assertThat(service.problem(properties)).isEmpty();
    }

    private static Map<String, Object> properties(String name) {
        return new HashMap<>(Map.of("ImageName", name));
    }
}
