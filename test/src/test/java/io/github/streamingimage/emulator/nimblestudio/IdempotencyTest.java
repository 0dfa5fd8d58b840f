package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.nimble.model.ResourceNotFoundException;
import software.amazon.awssdk.services.nimble.model.StreamingImageState;
import software.amazon.awssdk.services.nimble.model.ValidationException;

class IdempotencyTest {
    private static final Duration WHILE = Duration.ofSeconds(30);

    private final RunningStudio studio = RunningStudio.start();

    @AfterEach
    void stop() {
        studio.close();
    }

    @Test
    void deletesOnceHoweverOftenItIsAsked() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).deletionTakes(WHILE));

        studio.delete("one");
        studio.clock.pass(WHILE.dividedBy(2));
        assertThat(studio.delete("two").state()).isEqualTo(StreamingImageState.DELETE_IN_PROGRESS);

        studio.clock.pass(WHILE.dividedBy(2));
        assertThat(studio.delete("three").state()).isEqualTo(StreamingImageState.DELETED);
    }

    @Test
    void beginsNoSecondDeletionForATokenThatBeganOne() {
        studio.images.add(
                STUDIO, ImageScript.ready(IMAGE).deletionFails(1, StatusCode.INTERNAL_ERROR, "Something broke"));

        studio.delete("one");
        assertThat(studio.delete("one").state()).isEqualTo(StreamingImageState.DELETE_FAILED);
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("DELETE_FAILED");

        studio.delete("two");
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("DELETED");
    }

    @Test
    void createsOneImageForOneToken() {
        studio.images.addStudio(STUDIO);

        assertThat(create("token", "name")).isEqualTo(create("token", "name")).isNotEqualTo(create("other", "name"));
        assertThat(studio.client
                        .listStreamingImages(request -> request.studioId(STUDIO))
                        .streamingImages())
                .hasSize(2);
    }

    @Test
    void refusesATokenThatCameWithAnotherRequest() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE));
        studio.images.add(STUDIO, ImageScript.ready("image-2"));
        create("token", "name");

        assertThatThrownBy(() -> create("token", "another name"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("clientToken");
        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(ValidationException.class);

        studio.delete("other");
        assertThatThrownBy(() -> studio.client.deleteStreamingImage(request ->
                        request.studioId(STUDIO).streamingImageId("image-2").clientToken("other")))
                .isInstanceOf(ValidationException.class);
        assertThat(studio.images.state(STUDIO, "image-2")).contains("READY");
    }

    @Test
    void forgetsATokenWhoseRequestWasNotAccepted() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).startsIn(ImageState.UPDATE_IN_PROGRESS, WHILE));

        assertThatThrownBy(() -> studio.delete("token"));
        studio.clock.pass(WHILE);
        studio.delete("token");

        assertThat(studio.images.state(STUDIO, IMAGE)).contains("DELETED");
    }

    @Test
    void doesNotFindAnImageThatIsGoneWhateverTheToken() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).deletionTakes(WHILE).showsDeletedFor(Duration.ZERO));

        studio.delete("token");
        studio.clock.pass(WHILE);

        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(ResourceNotFoundException.class);
    }

    private String create(String token, String name) {
        return studio.client
                .createStreamingImage(request -> request.studioId(STUDIO)
                        .clientToken(token)
                        .ec2ImageId("ami-1")
                        .name(name))
                .streamingImage()
                .streamingImageId();
    }
}
