package io.github.streamingimage.customresource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One request of CloudFormation's custom-resource protocol, with every field that the protocol demands for its type. The
 * properties are as the template gave them, checked by nobody yet. Its text form tells no secret.
 *
 * @param serviceTimeout how long CloudFormation waits for the response, 1 to 3600 seconds
 * @param properties ResourceProperties
 * @param event the fields of the event that make the request; they hold the secret ResponseURL
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">Custom resource request
 *     objects</a>
 */
public record CustomResourceRequest(
        RequestType type,
        Addressee addressee,
        Duration serviceTimeout,
        Map<String, Object> properties,
        Map<String, Object> event) {

    private static final List<String> FIELDS = List.of(
            "RequestType",
            "RequestId",
            "StackId",
            "ResponseURL",
            "LogicalResourceId",
            "PhysicalResourceId",
            "ServiceTimeout",
            "ResourceProperties");

    /** The lifecycle's three requests. */
    public enum RequestType {
        CREATE,
        UPDATE,
        DELETE
    }

    public CustomResourceRequest {
        Objects.requireNonNull(type);
        Objects.requireNonNull(addressee);
        Objects.requireNonNull(serviceTimeout);
        Objects.requireNonNull(properties);
        Map<String, Object> needed = new LinkedHashMap<>(event);
        needed.keySet().retainAll(FIELDS);
        event = needed;
    }

    public String requestId() {
        return addressee.requestId();
    }

    public String stackId() {
        return addressee.stackId();
    }

    public String physicalResourceId() {
        return addressee.physicalResourceId();
    }

    @Override
    public String toString() {
        return "CustomResourceRequest[" + type + ", " + addressee + "]";
    }
}
