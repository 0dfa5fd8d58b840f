package io.github.streamingimage.nimble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.StreamingImage;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NimbleStudioTest {

    private final AwsApi api = mock(AwsApi.class);
    private final NimbleStudio studio = new NimbleStudio(api);

    @AfterEach
    void namesImagesWithoutACall() {
        verifyNoInteractions(api);
    }

    @Test
    void readsBackWhatItWrites() {
        StreamingImage image = studio.declared(properties("us-west-2_Ab9", "img_1-Z"), Events.STACK_ID);
        assertThat(image.physicalResourceId()).isEqualTo("us-west-2_Ab9|img_1-Z");
        assertThat(studio.identified(image.physicalResourceId()))
                .contains(new NimbleImage(api, "us-west-2_Ab9", "img_1-Z", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "studio|",
                "|image",
                "stack-Image-1ABCDEFGHIJK",
                "not-adopted-3b0a7c1e-2f7d-4b55-9d0e-0f5f2a1c9b11",
                "image-name|2026-01-01T00:00:00Z",
                "studio|image|more",
                "studio|../image",
                "stu/dio|image",
                "studio|image ",
                "studio|image\n",
                "studio|12345678901234567890123"
            })
    void anyOtherFormBelongsToNoImage(String physicalResourceId) {
        assertThat(studio.identified(physicalResourceId)).isEmpty();
    }

    @Test
    void takesTheLongestIds() {
        assertThat(studio.identified("s".repeat(64) + "|" + "i".repeat(22))).isPresent();
        assertThat(studio.problem(properties("s".repeat(64), "i".repeat(22)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a|b, c, StudioId",
        "a, c/d, StreamingImageId",
        "'', c, StudioId",
        "a, '', StreamingImageId",
        "a, 'c ', StreamingImageId"
    })
    void refusesPartsThatAreNotWellFormed(String studioId, String streamingImageId, String property) {
        assertThat(studio.problem(properties(studioId, streamingImageId)))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("Property " + property + " is not "));
        assertThat(studio.problem(properties("s".repeat(65), "c")))
                .contains("Property StudioId is not 1 to 64 letters, digits, hyphens or underscores.");
        assertThat(studio.problem(properties("a", "i".repeat(23))))
                .contains("Property StreamingImageId is not 1 to 22 letters, digits, hyphens or underscores.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"StudioId", "StreamingImageId"})
    void namesThePropertyThatIsMissingOrNoText(String property) {
        Map<String, Object> properties = properties("a", "b");
        properties.put(property, 7);
        assertThat(studio.problem(properties))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("Property " + property + " is not "));
        properties.remove(property);
        assertThat(studio.problem(properties)).contains("Property " + property + " is missing.");
    }

    @Test
    void tellsWhichResourceAPropertyBelongsTo() {
        assertThat(studio.problem(Map.of("ImageName", "image-1")))
                .contains(
                        "Property StudioId is missing. Property ImageName belongs to Custom::AppStreamImageDeletion.");
        Map<String, Object> properties = properties("a", "b");
        properties.put("ImageName", "image-1");
        assertThat(studio.problem(properties)).isEmpty();
    }

    @Test
    void ignoresPropertiesThatItDoesNotKnow() {
        Map<String, Object> properties = properties("a", "b");
        properties.put("Invented", "later");
        assertThat(studio.problem(properties)).isEmpty();
    }

    private static Map<String, Object> properties(String studioId, String streamingImageId) {
        return new HashMap<>(Map.of("StudioId", studioId, "StreamingImageId", streamingImageId));
    }
}
