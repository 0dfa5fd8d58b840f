package io.github.streamingimage.customresource;

import static java.util.Map.entry;

import io.github.streamingimage.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The response to a request. Its JSON takes at most {@value #LIMIT} bytes: the Reason gives way first; ids and attributes are only
 * shortened where they are longer than anything that CloudFormation or a service would give.
 *
 * @param reason why the request failed; null on SUCCESS
 * @param data the attributes for {@code Fn::GetAtt}; empty on Delete and on FAILED, which do not support any
 * @param outcome the word by which the log counts the response; it is not sent
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">Custom resource response
 *     objects</a>
 */
public record CustomResourceResponse(
        Addressee addressee,
        Status status,
        String physicalResourceId,
        String reason,
        Map<String, String> data,
        String outcome) {

    /** How a request ended. */
    public enum Status {
        SUCCESS,
        FAILED
    }

    /** CloudFormation's limit of a response body, in bytes. */
    public static final int LIMIT = 4096;

    /** What the middle of a Reason may take: the advice behind it must not be cut off. */
    private static final int DETAIL_LIMIT = 1000;

    private static final int ID_LIMIT = 512;
    private static final int PHYSICAL_RESOURCE_ID_LIMIT = 1024;
    private static final int ATTRIBUTE_LIMIT = 256;

    public CustomResourceResponse {
        Objects.requireNonNull(addressee);
        Objects.requireNonNull(status);
        Objects.requireNonNull(outcome);
        if (physicalResourceId.isEmpty()) {
            throw new IllegalArgumentException("physicalResourceId is empty");
        }
        if ((status == Status.FAILED) != (reason != null)) {
            throw new IllegalArgumentException("FAILED has a reason, SUCCESS has none");
        }
        data = Map.copyOf(data);
    }

    public static CustomResourceResponse success(
            Addressee addressee, String physicalResourceId, Map<String, String> data, String outcome) {
        return new CustomResourceResponse(addressee, Status.SUCCESS, physicalResourceId, null, data, outcome);
    }

    /**
     * FAILED, with the Reason {@code [code] detail advice}.
     *
     * @param detail what happened; a long one is cut off
     */
    public static CustomResourceResponse failed(
            Addressee addressee, String physicalResourceId, String code, String detail, String advice) {
        String redacted = addressee.responseUrl().redact(detail);
        String reason = "[" + code + "] " + JsonWriter.clip(redacted, DETAIL_LIMIT) + " " + advice;
        return new CustomResourceResponse(addressee, Status.FAILED, physicalResourceId, reason, Map.of(), code);
    }

    /** The body of the PUT: UTF-8 JSON of at most {@value #LIMIT} bytes. */
    public byte[] json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Status", status.name());
        fields.put("RequestId", JsonWriter.clip(addressee.requestId(), ID_LIMIT));
        fields.put("StackId", JsonWriter.clip(addressee.stackId(), ID_LIMIT));
        fields.put("LogicalResourceId", JsonWriter.clip(addressee.logicalResourceId(), ID_LIMIT));
        fields.put("PhysicalResourceId", JsonWriter.clip(physicalResourceId, PHYSICAL_RESOURCE_ID_LIMIT));
        if (!data.isEmpty()) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            data.entrySet().stream()
                    .map(e -> entry(e.getKey(), JsonWriter.clip(e.getValue(), ATTRIBUTE_LIMIT)))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> attributes.put(e.getKey(), e.getValue()));
            fields.put("Data", attributes);
        }
        if (reason != null) {
            fields.put("Reason", "");
            fields.put("Reason", JsonWriter.clip(reason, LIMIT - JsonWriter.utf8(fields).length));
        }
        return JsonWriter.utf8(fields);
    }
}
