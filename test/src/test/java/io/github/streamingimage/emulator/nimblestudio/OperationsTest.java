package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.nimble.model.AccessDeniedException;
import software.amazon.awssdk.services.nimble.model.ListStreamingImagesResponse;
import software.amazon.awssdk.services.nimble.model.ResourceNotFoundException;
import software.amazon.awssdk.services.nimble.model.StreamingImage;
import software.amazon.awssdk.services.nimble.model.StreamingImageState;
import software.amazon.awssdk.services.nimble.model.StreamingImageStatusCode;
import software.amazon.awssdk.services.nimble.model.ValidationException;

class OperationsTest {
    private final RunningStudio studio = RunningStudio.start();

    @AfterEach
    void stop() {
        studio.close();
    }

    @Test
    void getsAnImage() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).name("Workstation é"));

        StreamingImage image = studio.get();

        assertThat(image.streamingImageId()).isEqualTo(IMAGE);
        assertThat(image.name()).isEqualTo("Workstation é");
        assertThat(image.owner()).isEqualTo(STUDIO);
        assertThat(image.arn()).isEqualTo("arn:aws:nimble:us-west-2:111122223333:streaming-image/image-1");
        assertThat(image.state()).isEqualTo(StreamingImageState.READY);
        assertThat(image.statusCode()).isEqualTo(StreamingImageStatusCode.STREAMING_IMAGE_READY);
    }

    @Test
    void createsAnImageThatBecomesReady() {
        studio.images.addStudio(STUDIO);
        studio.images.createdImagesFollow(
                ImageScript.ready("any").startsIn(ImageState.CREATE_IN_PROGRESS, Duration.ofMinutes(3)));

        StreamingImage created = studio.client
                .createStreamingImage(request -> request.studioId(STUDIO)
                        .ec2ImageId("ami-0a1b2c")
                        .name("new")
                        .description("for tests")
                        .tags(Map.of("team", "render")))
                .streamingImage();

        assertThat(created.state()).isEqualTo(StreamingImageState.CREATE_IN_PROGRESS);
        assertThat(created.name()).isEqualTo("new");
        assertThat(created.description()).isEqualTo("for tests");
        assertThat(created.ec2ImageId()).isEqualTo("ami-0a1b2c");
        assertThat(created.tags()).containsExactly(Map.entry("team", "render"));
        studio.clock.pass(Duration.ofMinutes(3));
        assertThat(studio.images.state(STUDIO, created.streamingImageId())).contains("READY");
    }

    @Test
    void updatesNameAndDescription() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).updateTakes(Duration.ofSeconds(7)));

        assertThat(studio.update("token", "renamed").state()).isEqualTo(StreamingImageState.UPDATE_IN_PROGRESS);

        assertThat(studio.get().name()).isEqualTo("renamed");
        studio.clock.pass(Duration.ofSeconds(7));
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.READY);
    }

    @Test
    void deletesAnImageInItsOwnTime() {
        studio.images.add(
                STUDIO,
                ImageScript.ready(IMAGE).deletionTakes(Duration.ofSeconds(5)).showsDeletedFor(Duration.ofHours(1)));

        assertThat(studio.delete("token").state()).isEqualTo(StreamingImageState.DELETE_IN_PROGRESS);

        studio.clock.pass(Duration.ofSeconds(5).minusNanos(1));
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETE_IN_PROGRESS);
        studio.clock.pass(Duration.ofNanos(1));
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETED);
        studio.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(studio::get).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void listsPageByPage() {
        IntStream.range(0, 45).forEach(i -> studio.images.add(STUDIO, ImageScript.ready("image-" + i)));

        ListStreamingImagesResponse first = studio.client.listStreamingImages(request -> request.studioId(STUDIO));

        assertThat(first.nextToken()).isNotNull();
        assertThat(first.streamingImages()).hasSizeLessThan(45);
        assertThat(studio.client.listStreamingImagesPaginator(request -> request.studioId(STUDIO)).stream()
                        .flatMap(page -> page.streamingImages().stream())
                        .map(StreamingImage::streamingImageId))
                .hasSize(45)
                .doesNotHaveDuplicates();
    }

    @Test
    void listsTheImagesOfOneOwner() {
        studio.images.add(STUDIO, ImageScript.ready("mine"));
        studio.images.add(STUDIO, ImageScript.ready("theirs").ownedByAmazon());

        assertThat(studio.client
                        .listStreamingImages(request -> request.studioId(STUDIO).owner("AMAZON"))
                        .streamingImages())
                .extracting(StreamingImage::streamingImageId)
                .containsExactly("theirs");
        assertThat(studio.client
                        .listStreamingImages(request -> request.studioId(STUDIO).owner(STUDIO))
                        .streamingImages())
                .extracting(StreamingImage::streamingImageId)
                .containsExactly("mine");
    }

    @Test
    void refusesAPageTokenItNeverGave() {
        studio.images.addStudio(STUDIO);

        assertThatThrownBy(() -> studio.client.listStreamingImages(
                        request -> request.studioId(STUDIO).nextToken("***")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("nextToken");
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        assertThatThrownBy(studio::get)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("studioId studio-1");
        studio.images.addStudio(STUDIO);
        assertThatThrownBy(studio::get)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("streamingImageId image-1");
        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void protectsTheImagesOfAmazon() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).ownedByAmazon());

        assertThat(studio.get().owner()).isEqualTo("AMAZON");
        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> studio.update("token", "mine")).isInstanceOf(AccessDeniedException.class);
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("READY");
    }

    @Test
    void decodesIdsInThePath() {
        studio.images.add("a/b c+%", ImageScript.ready(IMAGE));

        assertThat(studio.client
                        .getStreamingImage(
                                request -> request.studioId("a/b c+%").streamingImageId(IMAGE))
                        .streamingImage()
                        .owner())
                .isEqualTo("a/b c+%");
    }

    @Test
    void namesTheFieldThatBreaksAConstraint() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE));

        assertThatThrownBy(() -> studio.client.getStreamingImage(
                        request -> request.studioId(STUDIO).streamingImageId("a.b")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("streamingImageId");
        assertThatThrownBy(() -> studio.client.getStreamingImage(
                        request -> request.studioId(STUDIO).streamingImageId("x".repeat(23))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("streamingImageId");
        assertThatThrownBy(() -> studio.delete("t".repeat(65)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("clientToken");
        assertThatThrownBy(() -> studio.update("token", "n".repeat(65)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> studio.client.createStreamingImage(
                        request -> request.studioId(STUDIO).ec2ImageId("emi-1").name("n")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("ec2ImageId");
        assertThatThrownBy(() -> studio.client.createStreamingImage(
                        request -> request.studioId(STUDIO).ec2ImageId("ami-1")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("name");
    }
}
