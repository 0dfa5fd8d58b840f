package io.github.streamingimage.infra;

/** A service whose images are deleted, with the names of its deployment. */
enum DeployedService {
    NIMBLE_STUDIO("nimble-studio", "StreamingImageDeletion", "Nimble Studio streaming images"),
    APPSTREAM("appstream", "AppStreamImageDeletion", "AppStream images");

    private final String key;
    private final String constructName;
    private final String images;

    DeployedService(String key, String constructName, String images) {
        this.key = key;
        this.constructName = constructName;
        this.images = images;
    }

    String handler() {
        return DeploymentFigures.text(key + ".handler") + "::handleRequest";
    }

    /** The id of the app's stack, and of the provider that a stack makes by itself. */
    String providerId() {
        return constructName + "Provider";
    }

    String exampleId() {
        return constructName + "Example";
    }

    /** Below it each provider counts for itself. */
    String metricNamespace() {
        return constructName;
    }

    /** The images in a description, in the plural. */
    String images() {
        return images;
    }
}
