package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.nimble.model.ConflictException;
import software.amazon.awssdk.services.nimble.model.ResourceNotFoundException;
import software.amazon.awssdk.services.nimble.model.StreamingImageState;
import software.amazon.awssdk.services.nimble.model.StreamingImageStatusCode;

class StatesTest {
    private static final Duration WHILE = Duration.ofSeconds(30);

    private final RunningStudio studio = RunningStudio.start();

    @AfterEach
    void stop() {
        studio.close();
    }

    @ParameterizedTest
    @EnumSource(ImageState.class)
    void showsEveryState(ImageState state) {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).startsIn(state));

        assertThat(studio.get().stateAsString()).isEqualTo(state.name());
        assertThat(studio.get().statusCodeAsString())
                .isEqualTo(state.statusCode().name());
        assertThat(studio.images.state(STUDIO, IMAGE)).contains(state.name());
    }

    @Test
    void showsAStateThatTheSdkDoesNotKnow() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).startsInUnknown("ARCHIVE_IN_PROGRESS", WHILE));

        assertThat(studio.get().state()).isEqualTo(StreamingImageState.UNKNOWN_TO_SDK_VERSION);
        assertThat(studio.get().stateAsString()).isEqualTo("ARCHIVE_IN_PROGRESS");
        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(ConflictException.class);
        studio.clock.pass(WHILE);
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.READY);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageState.class,
            names = {"CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"})
    void letsNothingBeDeletedThatIsNotSettled(ImageState state) {
        studio.images.add(
                STUDIO, ImageScript.ready(IMAGE).startsIn(state, WHILE).deletionTakes(WHILE));

        assertThatThrownBy(() -> studio.delete("one"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(state.name());
        assertThat(studio.images.state(STUDIO, IMAGE)).contains(state.name());

        studio.clock.pass(WHILE);
        assertThat(studio.delete("one").state()).isEqualTo(StreamingImageState.DELETE_IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageState.class,
            names = {"READY", "CREATE_FAILED", "UPDATE_FAILED", "DELETE_FAILED"})
    void letsEverythingBeDeletedThatIsSettled(ImageState state) {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).startsIn(state).deletionTakes(WHILE));

        assertThat(studio.delete("token").state()).isEqualTo(StreamingImageState.DELETE_IN_PROGRESS);
        studio.clock.pass(WHILE);
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"READY", "UPDATE_FAILED"})
    void updatesOnlyWhatIsReadyOrFailedToUpdate(ImageState state) {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).startsIn(state));

        assertThatThrownBy(() -> studio.update("token", "new")).isInstanceOf(ConflictException.class);
    }

    @Test
    void settlesInAFailureWhenToldSo() {
        studio.images.add(
                STUDIO,
                ImageScript.ready(IMAGE).startsIn(ImageState.UPDATE_IN_PROGRESS, WHILE, ImageState.UPDATE_FAILED));

        studio.clock.pass(WHILE);

        assertThat(studio.get().state()).isEqualTo(StreamingImageState.UPDATE_FAILED);
    }

    @Test
    void goesOnWithADeletionThatSomebodyElseBegan() {
        studio.images.add(
                STUDIO,
                ImageScript.ready(IMAGE)
                        .startsIn(ImageState.DELETE_IN_PROGRESS, WHILE)
                        .showsDeletedFor(Duration.ZERO));

        assertThat(studio.delete("token").state()).isEqualTo(StreamingImageState.DELETE_IN_PROGRESS);
        studio.clock.pass(WHILE);
        assertThatThrownBy(studio::get).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void failsToDeleteAsOftenAsScripted() {
        studio.images.add(
                STUDIO,
                ImageScript.ready(IMAGE)
                        .deletionTakes(WHILE)
                        .deletionFails(2, StatusCode.ACCESS_DENIED, "The AMI is in use"));

        for (String token : new String[] {"one", "two"}) {
            studio.delete(token);
            studio.clock.pass(WHILE);
            assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETE_FAILED);
            assertThat(studio.get().statusCode()).isEqualTo(StreamingImageStatusCode.ACCESS_DENIED);
            assertThat(studio.get().statusMessage()).isEqualTo("The AMI is in use");
        }
        studio.delete("three");
        studio.clock.pass(WHILE);
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETED);
    }

    @Test
    void neverEndsADeletionWhenToldSo() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).neverDeletes());

        studio.delete("token");
        studio.clock.pass(Duration.ofDays(365));

        assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETE_IN_PROGRESS);
    }

    @Test
    void showsNothingStaleOnceTheServiceIsRetired() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).deletionTakes(WHILE).staleReadsFor(WHILE));

        studio.delete("token");
        studio.images.retire();

        assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETED);
    }

    @Test
    void readsStaleForAWhileAfterADeletionBegan() {
        studio.images.add(
                STUDIO,
                ImageScript.ready(IMAGE).deletionTakes(Duration.ofSeconds(1)).staleReadsFor(WHILE));

        studio.delete("token");

        studio.clock.pass(WHILE.minusNanos(1));
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.READY);
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("DELETED");
        studio.clock.pass(Duration.ofNanos(1));
        assertThat(studio.get().state()).isEqualTo(StreamingImageState.DELETED);
    }
}
