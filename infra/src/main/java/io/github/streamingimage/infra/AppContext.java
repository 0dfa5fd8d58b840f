package io.github.streamingimage.infra;

import java.util.List;
import java.util.Optional;
import software.constructs.Node;

/**
 * The app's context values.
 *
 * @param streamingImage the image of Nimble Studio that an example declares, if it shall be deployed
 * @param imageName the image of AppStream that an example declares, if it shall be deployed
 * @param allowedStudioIds the studios of Nimble Studio whose images may be deleted, null for all
 * @param allowedImageNames patterns of the names of AppStream's images that may be deleted, null for all
 * @param provider what is said of both services' providers
 */
record AppContext(
        Optional<StreamingImage> streamingImage,
        Optional<String> imageName,
        List<String> allowedStudioIds,
        List<String> allowedImageNames,
        ProviderContext provider) {
    private static final String STUDIO_ID = "studioId";
    private static final String STREAMING_IMAGE_ID = "streamingImageId";

    /** One image of one studio, both valid. */
    record StreamingImage(String studioId, String streamingImageId) {}

    /** Reads the context; an {@link IllegalArgumentException} names the key that is wrong. */
    static AppContext of(Node node) {
        ContextValues values = new ContextValues(node);
        Optional<String> studioId = values.text(STUDIO_ID, StreamingImageDeletion.STUDIO_ID);
        Optional<String> streamingImageId = values.text(STREAMING_IMAGE_ID, StreamingImageDeletion.STREAMING_IMAGE_ID);
        values.together(STUDIO_ID, STREAMING_IMAGE_ID);
        return new AppContext(
                studioId.map(studio -> new StreamingImage(studio, streamingImageId.orElseThrow())),
                values.text("imageName", AppStreamImageDeletion.IMAGE_NAME),
                values.list("allowedStudioIds", StreamingImageDeletion.STUDIO_ID),
                values.list("allowedImageNames", AppStreamImageDeletionProvider.NAME_PATTERN),
                ProviderContext.of(values));
    }
}
