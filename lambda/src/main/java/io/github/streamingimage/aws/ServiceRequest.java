package io.github.streamingimage.aws;

import java.util.Map;
import java.util.Objects;

/**
 * One request to an AWS service, not signed yet.
 *
 * @param method GET, POST or DELETE
 * @param path absolute, and percent-encoded where it has to be
 * @param headers those of the operation; {@code Host} and those of the signature are added
 * @param body empty when there is none
 */
public record ServiceRequest(String method, String path, Map<String, String> headers, String body) {

    public ServiceRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path is not absolute");
        }
    }
}
