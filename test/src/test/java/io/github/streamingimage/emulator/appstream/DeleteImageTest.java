package io.github.streamingimage.emulator.appstream;

import static io.github.streamingimage.emulator.appstream.RunningAppStream.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.appstream.model.AppStreamException;
import software.amazon.awssdk.services.appstream.model.ConcurrentModificationException;
import software.amazon.awssdk.services.appstream.model.ImageState;
import software.amazon.awssdk.services.appstream.model.OperationNotPermittedException;
import software.amazon.awssdk.services.appstream.model.ResourceInUseException;
import software.amazon.awssdk.services.appstream.model.ResourceNotFoundException;

class DeleteImageTest {
    private static final Duration WHILE = Duration.ofSeconds(30);

    private final RunningAppStream appStream = new RunningAppStream();

    @AfterEach
    void stop() {
        appStream.close();
    }

    @Test
    void deletesAnImageAndShowsItNoMore() {
        add(image().deletionTakes(WHILE));

        assertThat(appStream.delete().state()).isEqualTo(ImageState.DELETING);
        appStream.clock.pass(WHILE.minusNanos(1));
        assertThat(appStream.get().state()).isEqualTo(ImageState.DELETING);
        appStream.clock.pass(Duration.ofNanos(1));

        assertThatThrownBy(appStream::get).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(appStream::delete).isInstanceOf(ResourceNotFoundException.class);
        assertThat(appStream.images.state(IMAGE)).isEmpty();
        assertThat(appStream.images.createdTime(IMAGE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AppStreamImageState.class,
            names = {"PENDING", "CREATING", "COPYING", "IMPORTING", "VALIDATING"})
    void letsNothingBeDeletedThatIsNotSettled(AppStreamImageState state) {
        add(image().startsIn(state, WHILE, AppStreamImageState.AVAILABLE));

        assertThatThrownBy(appStream::delete)
                .isInstanceOf(OperationNotPermittedException.class)
                .hasMessageContaining(state.name());
        appStream.clock.pass(WHILE);
        appStream.delete();

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @Test
    void deletesAnImageThatFailed() {
        add(image().startsIn(AppStreamImageState.FAILED));

        appStream.delete();

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @Test
    void deletesADeprecatedImageWhoseStateTheClientDoesNotKnow() {
        add(image().startsInUnknown(AppStreamImageState.DEPRECATED));

        assertThat(appStream.get().state()).isEqualTo(ImageState.UNKNOWN_TO_SDK_VERSION);
        assertThat(appStream.get().stateAsString()).isEqualTo("DEPRECATED");
        appStream.delete();

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @Test
    void deletesNothingThatAFleetOrAnImageBuilderUses() {
        add(image().usedByFleetFor(WHILE).usedByImageBuilderFor(WHILE.multipliedBy(2)));

        assertThatThrownBy(appStream::delete)
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("fleet-1");
        appStream.clock.pass(WHILE);
        assertThatThrownBy(appStream::delete)
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("builder-1");
        assertThat(appStream.images.state(IMAGE)).contains("AVAILABLE");
        appStream.clock.pass(WHILE);
        appStream.delete();

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @Test
    void deletesNothingThatIsSharedAndSaysSoWithTheScriptedError() {
        add(image().sharedFor(WHILE, AppStreamError.OPERATION_NOT_PERMITTED));

        assertThat(appStream.get().imageSharedWithOthersAsString()).isEqualTo("TRUE");
        assertThatThrownBy(appStream::delete).isInstanceOf(OperationNotPermittedException.class);
        appStream.clock.pass(WHILE);
        assertThat(appStream.get().imageSharedWithOthersAsString()).isEqualTo("FALSE");
        appStream.delete();

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @Test
    void deletesNothingThatIsBeingChanged() {
        add(image().changedConcurrentlyFor(WHILE));

        assertThatThrownBy(appStream::delete).isInstanceOf(ConcurrentModificationException.class);
        appStream.clock.pass(WHILE);
        appStream.delete();

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @Test
    void refusesForEverWhatIsScriptedSo() {
        add(image().refusesDeletion(AppStreamError.OPERATION_NOT_PERMITTED, "because"));

        appStream.clock.pass(Duration.ofDays(365));

        assertThatThrownBy(appStream::delete)
                .isInstanceOf(OperationNotPermittedException.class)
                .hasMessageContaining("because");
    }

    @Test
    void deletesNeitherPublicImagesNorThoseOfOtherAccounts() {
        add(image().visibility(Visibility.PUBLIC));
        add(AppStreamImageScript.available("shared").visibility(Visibility.SHARED));

        assertThatThrownBy(appStream::delete).isInstanceOf(OperationNotPermittedException.class);
        assertThatThrownBy(() -> appStream.client.deleteImage(request -> request.name("shared")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void acceptsASecondDeletionAndDoesNothing() {
        add(image().deletionTakes(WHILE));

        appStream.delete();
        appStream.clock.pass(WHILE.dividedBy(2));
        assertThat(appStream.delete().state()).isEqualTo(ImageState.DELETING);
        appStream.clock.pass(WHILE.dividedBy(2));

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AppStreamError.class,
            names = {"CONCURRENT_MODIFICATION", "RESOURCE_IN_USE", "RESOURCE_NOT_FOUND"})
    void refusesASecondDeletionWithTheScriptedError(AppStreamError error) {
        add(image().deletionTakes(WHILE).secondDeletionMeets(error));

        appStream.delete();

        assertThat(catchThrowableOfType(AppStreamException.class, appStream::delete)
                        .awsErrorDetails()
                        .errorCode())
                .isEqualTo(error.shape());
        assertThat(appStream.images.state(IMAGE)).contains("DELETING");
    }

    @Test
    void repliesWithTheOldStateWhenToldSo() {
        add(image().deletionTakes(WHILE).repliesWithOldState());

        assertThat(appStream.delete().state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(appStream.get().state()).isEqualTo(ImageState.DELETING);
    }

    @Test
    void failsToDeleteAsOftenAsScripted() {
        add(image().deletionTakes(WHILE)
                .deletionFails(1, AppStreamImageState.FAILED, "INTERNAL_ERROR", "Something broke"));

        appStream.delete();
        appStream.clock.pass(WHILE);
        assertThat(appStream.get().state()).isEqualTo(ImageState.FAILED);
        assertThat(appStream.get().stateChangeReason().codeAsString()).isEqualTo("INTERNAL_ERROR");
        assertThat(appStream.get().stateChangeReason().message()).isEqualTo("Something broke");
        appStream.delete();
        appStream.clock.pass(WHILE);

        assertThat(appStream.images.state(IMAGE)).isEmpty();
    }

    @Test
    void neverEndsADeletionWhenToldSo() {
        add(image().neverDeletes());

        appStream.delete();
        appStream.clock.pass(Duration.ofDays(365));

        assertThat(appStream.get().state()).isEqualTo(ImageState.DELETING);
    }

    @Test
    void readsStaleForAWhileAfterADeletionBegan() {
        add(image().staleReadsFor(WHILE));

        appStream.delete();

        assertThat(appStream.get().state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(appStream.images.state(IMAGE)).isEmpty();
        appStream.clock.pass(WHILE);
        assertThatThrownBy(appStream::get).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void makesAnotherImageOfTheSameName() {
        List<String> heard = new ArrayList<>();
        appStream.images.addListener(new ServiceListener() {
            @Override
            public void stateChanged(StateChange change) {
                heard.add(change.from().orElse("-") + " > " + change.to().orElse("-"));
            }
        });
        add(image().deletionTakes(WHILE));
        Instant first = appStream.get().createdTime();
        appStream.delete();
        appStream.clock.pass(WHILE.dividedBy(2));
        add(image());

        assertThat(appStream.get().state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(appStream.get().createdTime())
                .isEqualTo(first.plus(WHILE.dividedBy(2)))
                .isEqualTo(appStream.images.createdTime(IMAGE).orElseThrow());
        appStream.clock.pass(WHILE);
        appStream.images.advance();
        assertThat(appStream.images.state(IMAGE)).contains("AVAILABLE");
        assertThat(heard).containsExactly("- > AVAILABLE", "AVAILABLE > DELETING", "DELETING > -", "- > AVAILABLE");
    }

    @Test
    void wantsAName() {
        assertThat(catchThrowableOfType(
                                AppStreamException.class,
                                () -> appStream.client.deleteImage(request -> request.name("-x")))
                        .awsErrorDetails()
                        .errorCode())
                .isEqualTo("ValidationException");
    }

    private static AppStreamImageScript image() {
        return AppStreamImageScript.available(IMAGE);
    }

    private void add(AppStreamImageScript script) {
        appStream.images.add(script);
    }
}
