package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ServiceOperation;
import java.util.Arrays;
import java.util.Optional;

/** The two operations on images, each with its name on the wire. */
public enum AppStreamOperation implements ServiceOperation {
    DESCRIBE_IMAGES("DescribeImages"),
    DELETE_IMAGE("DeleteImage");

    private static final String SERVICE = "PhotonAdminProxyService.";

    private final String shape;

    AppStreamOperation(String shape) {
        this.shape = shape;
    }

    /** @param target value of {@code X-Amz-Target} */
    static Optional<AppStreamOperation> of(String target) {
        return Arrays.stream(values())
                .filter(operation -> target.equals(SERVICE + operation.shape))
                .findFirst();
    }

    @Override
    public boolean changesImages() {
        return this == DELETE_IMAGE;
    }
}
