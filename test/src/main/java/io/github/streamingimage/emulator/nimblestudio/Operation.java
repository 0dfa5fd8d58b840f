package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ServiceOperation;

/** The five operations on streaming images, each with its HTTP method. */
public enum Operation implements ServiceOperation {
    CREATE("POST"),
    LIST("GET"),
    GET("GET"),
    UPDATE("PATCH"),
    DELETE("DELETE");

    private final String method;

    Operation(String method) {
        this.method = method;
    }

    String method() {
        return method;
    }

    /** Whether the path goes on to one image, after the studio's collection of them. */
    boolean namesAnImage() {
        return this != CREATE && this != LIST;
    }

    @Override
    public boolean changesImages() {
        return this != LIST && this != GET;
    }
}
