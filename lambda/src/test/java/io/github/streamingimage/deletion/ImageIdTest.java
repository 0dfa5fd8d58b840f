package io.github.streamingimage.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIdTest {

    @Test
    void readsBackWhatItWrites() {
        ImageId image = new ImageId("us-west-2_Ab9", "img_1-Z");
        assertThat(image.physicalResourceId()).isEqualTo("us-west-2_Ab9|img_1-Z");
        assertThat(ImageId.ofPhysicalResourceId(image.physicalResourceId())).contains(image);
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
                "studio|image|more",
                "studio|../image",
                "stu/dio|image",
                "studio|image ",
                "studio|image\n",
                "studio|12345678901234567890123"
            })
    void anyOtherFormBelongsToNoImage(String physicalResourceId) {
        assertThat(ImageId.ofPhysicalResourceId(physicalResourceId)).isEmpty();
    }

    @Test
    void refusesPartsThatAreNotWellFormed() {
        assertThatThrownBy(() -> new ImageId("a|b", "c")).hasMessageContaining("studioId");
        assertThatThrownBy(() -> new ImageId("a", "c/d")).hasMessageContaining("streamingImageId");
        assertThatThrownBy(() -> new ImageId("s".repeat(65), "c")).hasMessageContaining("studioId");
    }
}
