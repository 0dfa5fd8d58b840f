package io.github.streamingimage.emulator.cloudformation;

/** The kinds of custom resource requests; {@link #wireName()} is how events spell them. */
public enum RequestType {
    CREATE("Create"),
    UPDATE("Update"),
    DELETE("Delete");

    private final String wireName;

    RequestType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
