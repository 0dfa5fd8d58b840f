package io.github.streamingimage.simulation;

import io.github.streamingimage.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request of CloudFormation's.
 *
 * @param physicalResourceId what the resource is called; empty on a Create
 * @param wanted what the properties ask for
 * @param timeout the resource's ServiceTimeout
 * @param undoes whether it was sent while the stack or an ancestor was rolling back
 */
record Request(
        Type type,
        String id,
        Stack stack,
        String logicalId,
        Optional<String> physicalResourceId,
        Wanted wanted,
        Duration timeout,
        Instant sentAt,
        boolean undoes) {

    /** Begins the signature of every ResponseURL, so that one search finds whichever has leaked. */
    static final String SECRET = "5ec2e7c0de";

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    private static final int MARGIN_FRACTION = 5;
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What the request asks for. */
    enum Type {
        CREATE("Create"),
        UPDATE("Update"),
        DELETE("Delete");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The properties of a resource. */
    record Wanted(ImageKey image, boolean retain, boolean succeedWhenRetired) {}

    /** Where the answer goes: a secret. */
    String url() {
        return "https://cloudformation-custom-resource-response-uswest2.s3.us-west-2.amazonaws.com/" + id
                + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + AMZ_DATE.format(sentAt)
                + "&X-Amz-Expires=7200&X-Amz-Signature=" + SECRET + id;
    }

    /** The image that a Delete is about, if any. */
    Optional<ImageKey> image() {
        return physicalResourceId.flatMap(ImageKey::of);
    }

    boolean keepsImage() {
        return physicalResourceId.equals(Optional.of(wanted.image().physicalResourceId()));
    }

    /** From when on CloudFormation waits no more. */
    Instant due() {
        return sentAt.plus(timeout);
    }

    /** What is spared for the answer: a fifth of the ServiceTimeout, at most half a minute. */
    Duration margin() {
        Duration fraction = timeout.dividedBy(MARGIN_FRACTION);
        return fraction.compareTo(LONGEST_MARGIN) < 0 ? fraction : LONGEST_MARGIN;
    }

    /** By when the function has to decide. The URL tells the time to the second. */
    Instant deadline() {
        return sentAt.truncatedTo(ChronoUnit.SECONDS).plus(timeout).minus(margin());
    }

    Map<String, Object> event() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ServiceToken", Lambda.Role.DELETION.arn());
        properties.put("StudioId", wanted.image().studioId());
        properties.put("StreamingImageId", wanted.image().imageId());
        properties.put("OnRollback", wanted.retain() ? "Retain" : "Delete");
        properties.put("OnServiceRetired", wanted.succeedWhenRetired() ? "Succeed" : "Fail");
        properties.put("ServiceTimeout", String.valueOf(timeout.toSeconds()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("RequestType", type.text());
        event.put("ServiceToken", Lambda.Role.DELETION.arn());
        event.put("ResponseURL", url());
        event.put("StackId", stack.id());
        event.put("RequestId", id);
        event.put("LogicalResourceId", logicalId);
        event.put("ResourceType", "Custom::StreamingImageDeletion");
        physicalResourceId.ifPresent(name -> event.put("PhysicalResourceId", name));
        event.put("ServiceTimeout", String.valueOf(timeout.toSeconds()));
        event.put("ResourceProperties", properties);
        return event;
    }

    byte[] json() {
        return JsonWriter.utf8(event());
    }

    @Override
    public String toString() {
        return type.text() + " " + logicalId + " " + id;
    }
}
