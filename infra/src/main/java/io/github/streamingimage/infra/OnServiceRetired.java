package io.github.streamingimage.infra;

import java.util.List;
import java.util.Objects;

/**
 * What deleting an image comes to when Nimble Studio has no endpoint in the region any more.
 *
 * @param value the value of the template property {@code OnServiceRetired}: {@code Succeed}, {@code Fail}, or a token
 */
public record OnServiceRetired(String value) {
    /** The deletion succeeds: where the service is gone, so are its images. The default. */
    public static final OnServiceRetired SUCCEED = new OnServiceRetired("Succeed");

    /** The deletion fails, and the stack with it. */
    public static final OnServiceRetired FAIL = new OnServiceRetired("Fail");

    /**
     * Refuses a value that is neither allowed nor a token.
     *
     * @param value the template property's value
     */
    public OnServiceRetired {
        Objects.requireNonNull(value, "onServiceRetired is missing");
        Checks.oneOf("onServiceRetired", value, List.of("Succeed", "Fail"));
    }
}
