package io.github.streamingimage.aws;

import java.util.Objects;

/**
 * A service of AWS, by the names that AWS gives it.
 *
 * @param hostPrefix the first part of the host name of its endpoints
 * @param signingName what requests are signed for
 * @param endpointVariable the standard environment variable of the AWS SDKs that names another endpoint for this service
 */
public record ServiceName(String hostPrefix, String signingName, String endpointVariable) {

    public ServiceName {
        Objects.requireNonNull(hostPrefix);
        Objects.requireNonNull(signingName);
        Objects.requireNonNull(endpointVariable);
    }
}
