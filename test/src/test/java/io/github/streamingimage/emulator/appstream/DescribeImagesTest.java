package io.github.streamingimage.emulator.appstream;

import static io.github.streamingimage.emulator.appstream.RunningAppStream.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.appstream.model.AppStreamException;
import software.amazon.awssdk.services.appstream.model.DescribeImagesRequest;
import software.amazon.awssdk.services.appstream.model.DescribeImagesResponse;
import software.amazon.awssdk.services.appstream.model.Image;
import software.amazon.awssdk.services.appstream.model.ImageState;
import software.amazon.awssdk.services.appstream.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.appstream.model.ResourceNotFoundException;
import software.amazon.awssdk.services.appstream.model.VisibilityType;

class DescribeImagesTest {
    private static final String PRIVATE_ARN = "arn:aws:appstream:us-west-2:111122223333:image/image-1";
    private static final String PUBLIC_ARN = "arn:aws:appstream:us-west-2::image/public";
    private static final String SHARED_ARN = "arn:aws:appstream:us-west-2:999988887777:image/shared";

    private final RunningAppStream appStream = new RunningAppStream();

    @AfterEach
    void stop() {
        appStream.close();
    }

    @Test
    void tellsAllAboutAnImage() {
        Instant created = Instant.parse("2026-01-02T03:04:05.678Z");
        appStream.images.add(AppStreamImageScript.available(IMAGE).createdAt(created));

        Image image = appStream.get();

        assertThat(image.name()).isEqualTo(IMAGE);
        assertThat(image.arn()).isEqualTo(PRIVATE_ARN);
        assertThat(image.baseImageArn()).startsWith("arn:aws:appstream:us-west-2::image/");
        assertThat(image.state()).isEqualTo(ImageState.AVAILABLE);
        assertThat(image.stateChangeReason()).isNull();
        assertThat(image.visibility()).isEqualTo(VisibilityType.PRIVATE);
        assertThat(image.platformAsString()).isEqualTo("WINDOWS_SERVER_2022");
        assertThat(image.createdTime()).isEqualTo(created);
        assertThat(image.imageSharedWithOthersAsString()).isEqualTo("FALSE");
        assertThat(image.imagePermissions().allowFleet()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(AppStreamImageState.class)
    void showsEveryState(AppStreamImageState state) {
        appStream.images.add(AppStreamImageScript.available(IMAGE).startsIn(state));

        assertThat(appStream.get().stateAsString()).isEqualTo(state.name());
        assertThat(appStream.images.state(IMAGE)).contains(state.name());
    }

    @Test
    void findsPublicAndPrivateImagesByNameAndSharedOnesByArnOnly() {
        addOneOfEach();

        assertThat(arns(request -> request.names(IMAGE, "public"))).containsExactly(PRIVATE_ARN, PUBLIC_ARN);
        assertThat(arns(request -> request.arns(SHARED_ARN, PRIVATE_ARN))).containsExactly(PRIVATE_ARN, SHARED_ARN);
        assertThatThrownBy(() -> appStream.list("shared")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void listsAllImagesOrThoseOfOneType() {
        addOneOfEach();

        assertThat(arns(request -> {})).containsExactlyInAnyOrder(PRIVATE_ARN, PUBLIC_ARN, SHARED_ARN);
        assertThat(arns(request -> request.type("PRIVATE"))).containsExactly(PRIVATE_ARN);
        assertThat(arns(request -> request.type("PUBLIC"))).containsExactly(PUBLIC_ARN);
        assertThat(arns(request -> request.type("SHARED"))).containsExactly(SHARED_ARN);
    }

    @Test
    void listsTwentyFiveImagesAtATime() {
        List<String> names =
                IntStream.range(0, 60).mapToObj("image-%02d"::formatted).toList();
        names.forEach(name -> appStream.images.add(AppStreamImageScript.available(name)));

        DescribeImagesResponse first = appStream.client.describeImages();
        assertThat(first.images()).hasSize(25);
        assertThat(first.nextToken()).isNotBlank();
        assertThat(appStream.client.describeImagesPaginator().stream()
                        .flatMap(page -> page.images().stream())
                        .map(Image::name))
                .containsExactlyElementsOf(names);
    }

    @Test
    void takesNoMaximumForTheLargest() {
        appStream.images.add(AppStreamImageScript.available(IMAGE));

        assertThat(arns(request -> request.maxResults(0))).containsExactly(PRIVATE_ARN);
    }

    @Test
    void listsNoMoreThanAreAskedFor() {
        for (String name : List.of("a", "b", "c")) {
            appStream.images.add(AppStreamImageScript.available(name));
        }

        DescribeImagesResponse page = appStream.client.describeImages(request -> request.maxResults(2));

        assertThat(page.images()).extracting(Image::name).containsExactly("a", "b");
        assertThat(appStream
                        .client
                        .describeImages(request -> request.nextToken(page.nextToken()))
                        .images())
                .extracting(Image::name)
                .containsExactly("c");
    }

    @Test
    void doesNotFindAnUnknownNameOrLeavesItOut() {
        assertThatThrownBy(() -> appStream.list(IMAGE)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> arns(request -> request.arns(PRIVATE_ARN)))
                .isInstanceOf(ResourceNotFoundException.class);

        appStream.images.leaveOutUnknownNames();

        assertThat(appStream.list(IMAGE)).isEmpty();
    }

    @Test
    void refusesWhatTheModelDoesNotAllow() {
        assertThatThrownBy(() -> arns(request -> request.names(IMAGE).arns(PRIVATE_ARN)))
                .isInstanceOf(InvalidParameterCombinationException.class);
        for (Consumer<DescribeImagesRequest.Builder> invalid : List.<Consumer<DescribeImagesRequest.Builder>>of(
                request -> request.maxResults(26),
                request -> request.maxResults(-1),
                request -> request.type("FOREIGN"),
                request -> request.nextToken("?"))) {
            assertThat(catchThrowableOfType(AppStreamException.class, () -> arns(invalid))
                            .awsErrorDetails()
                            .errorCode())
                    .isEqualTo("ValidationException");
        }
    }

    private void addOneOfEach() {
        appStream.images.add(AppStreamImageScript.available(IMAGE));
        appStream.images.add(AppStreamImageScript.available("public").visibility(Visibility.PUBLIC));
        appStream.images.add(AppStreamImageScript.available("shared").visibility(Visibility.SHARED));
    }

    private List<String> arns(Consumer<DescribeImagesRequest.Builder> request) {
        return appStream.client.describeImages(request).images().stream()
                .map(Image::arn)
                .toList();
    }
}
