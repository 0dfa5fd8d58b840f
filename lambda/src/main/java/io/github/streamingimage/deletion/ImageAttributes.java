package io.github.streamingimage.deletion;

import java.util.Objects;

/**
 * What a streaming image is beside its id and state; an attribute that the service did not give is an empty string.
 *
 * @param arn the image's ARN
 * @param name the image's name, 0 to 64 characters
 * @param ec2ImageId the AMI that the image was made from, {@code ami-...}
 * @param owner the id of the studio that owns the image, or {@value #AMAZON} for images that Nimble Studio provides
 * @param platform the operating system's platform
 */
public record ImageAttributes(String arn, String name, String ec2ImageId, String owner, String platform) {

    /** The owner of images that Nimble Studio provides; they cannot be deleted. */
    public static final String AMAZON = "AMAZON";

    /** Nothing is known. */
    public static final ImageAttributes NONE = new ImageAttributes("", "", "", "", "");

    public ImageAttributes {
        Objects.requireNonNull(arn);
        Objects.requireNonNull(name);
        Objects.requireNonNull(ec2ImageId);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(platform);
    }
}
