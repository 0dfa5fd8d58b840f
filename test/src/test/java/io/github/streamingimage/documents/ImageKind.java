package io.github.streamingimage.documents;

import io.github.streamingimage.appstream.AppStream;
import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.documents.ScriptedFunction.Reply;
import io.github.streamingimage.nimble.NimbleStudio;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of image as the documents tell them apart, each with one image to try the function with. */
enum ImageKind {
    APPSTREAM(
            "AppStream",
            "Custom::AppStreamImageDeletion",
            "infra/APPSTREAM.md",
            "AppStreamImageDeletionProvider",
            Map.of("ImageName", "image-1"),
            "image-1|2026-01-01T00:00:00Z",
            AppStream::new,
            ScriptedFunction.json("{\"Images\":[]}")),
    NIMBLE_STUDIO(
            "Nimble Studio",
            "Custom::StreamingImageDeletion",
            "infra/NIMBLE_STUDIO.md",
            "StreamingImageDeletionProvider",
            Map.of("StudioId", "studio-1", "StreamingImageId", "image-1"),
            "studio-1|image-1",
            NimbleStudio::new,
            ScriptedFunction.NOT_FOUND);

    private final String title;
    private final String resourceType;
    private final String page;
    private final String providerId;
    private final Map<String, Object> properties;
    private final String physicalResourceId;
    private final Function<AwsApi, ImageService> service;
    private final Reply gone;

    ImageKind(
            String title,
            String resourceType,
            String page,
            String providerId,
            Map<String, Object> properties,
            String physicalResourceId,
            Function<AwsApi, ImageService> service,
            Reply gone) {
        this.title = title;
        this.resourceType = resourceType;
        this.page = page;
        this.providerId = providerId;
        this.properties = properties;
        this.physicalResourceId = physicalResourceId;
        this.service = service;
        this.gone = gone;
    }

    static ImageKind ofType(String resourceType) {
        return Stream.of(values())
                .filter(kind -> kind.resourceType.equals(resourceType))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no kind of image has the type " + resourceType));
    }

    /** What tables call it. */
    String title() {
        return title;
    }

    /** The document about it. */
    String page() {
        return page;
    }

    /** The template of its provider, as it is committed. */
    String template() {
        return "infra/src/test/resources/io/github/streamingimage/infra/" + providerId + ".template.json";
    }

    String providerId() {
        return providerId;
    }

    /** The properties of an image, without options. */
    Map<String, Object> properties() {
        return properties;
    }

    String physicalResourceId() {
        return physicalResourceId;
    }

    Function<AwsApi, ImageService> service() {
        return service;
    }

    /** A look at the image when it can be deleted. */
    Reply atRest() {
        return atRest(properties);
    }

    /** A look at the image of these properties when it can be deleted. */
    Reply atRest(Map<String, Object> declared) {
        return this == NIMBLE_STUDIO
                ? ScriptedFunction.image("READY", "")
                : ScriptedFunction.json("{\"Images\":[{\"Name\":\"" + declared.get("ImageName")
                        + "\",\"CreatedTime\":1767225600,\"State\":\"AVAILABLE\"}]}");
    }

    /** A look when it is gone. */
    Reply gone() {
        return gone;
    }
}
