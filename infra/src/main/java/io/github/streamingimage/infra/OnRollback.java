package io.github.streamingimage.infra;

import java.util.List;
import java.util.Objects;

/**
 * Whether an image is deleted when its resource is removed because a failed stack operation is being rolled back.
 *
 * @param value the value of the template property {@code OnRollback}: {@code Retain}, {@code Delete}, or a token
 */
public record OnRollback(String value) {
    /** The image stays: nobody asked to delete it. The default. */
    public static final OnRollback RETAIN = new OnRollback("Retain");

    /** The image is deleted, whatever the reason for which its resource is removed. */
    public static final OnRollback DELETE = new OnRollback("Delete");

    /**
     * Refuses a value that is neither allowed nor a token.
     *
     * @param value the template property's value
     */
    public OnRollback {
        Objects.requireNonNull(value, "onRollback is missing");
        Checks.oneOf("onRollback", value, List.of("Retain", "Delete"));
    }
}
