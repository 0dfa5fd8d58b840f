package io.github.streamingimage.emulator.appstream;

/** The forms in which JSON services write an error into a body: a namespace before the type or not, and two ways to spell its message. */
public enum ErrorForm {
    PLAIN("", "Message"),
    LOWER_CASE_MESSAGE("", "message"),
    NAMESPACE("com.amazonaws.appstream#", "Message"),
    NAMESPACE_AND_LOWER_CASE_MESSAGE("com.amazonaws.appstream#", "message");

    private final String namespace;
    private final String messageField;

    ErrorForm(String namespace, String messageField) {
        this.namespace = namespace;
        this.messageField = messageField;
    }

    String type(String shape) {
        return namespace + shape;
    }

    String messageField() {
        return messageField;
    }
}
