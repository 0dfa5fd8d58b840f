package io.github.streamingimage.emulator.appstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The forms in which JSON services write an error into a body: a namespace before the type or not, and two ways to spell its message. */
public enum ErrorForm {
    PLAIN("", "Message"),
    LOWER_CASE_MESSAGE("", "message"),
    NAMESPACE("com.amazonaws.appstream#", "Message"),
    NAMESPACE_AND_LOWER_CASE_MESSAGE("com.amazonaws.appstream#", "message");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String namespace;
    private final String messageField;

    ErrorForm(String namespace, String messageField) {
        this.namespace = namespace;
        this.messageField = messageField;
    }

    /** The body of an error of this type. */
    public ObjectNode body(String type, String message) {
        return JSON.createObjectNode().put("__type", namespace + type).put(messageField, message);
    }
}
