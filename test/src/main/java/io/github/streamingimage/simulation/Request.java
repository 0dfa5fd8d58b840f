package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.cloudformation.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request of CloudFormation's.
 *
 * @param physicalResourceId what the resource is called; empty on a Create
 * @param image the image that a Delete is about, or that an Update may keep, if any
 * @param wanted what the properties ask for
 * @param timeout the resource's ServiceTimeout
 * @param sentAt on the world's clock, whatever CloudFormation's shows
 * @param url where the response goes: a secret
 * @param undoes whether it was sent while the stack or an ancestor was rolling back
 */
record Request(
        Type type,
        String id,
        Stack stack,
        String logicalId,
        Optional<String> physicalResourceId,
        Optional<ImageKey> image,
        Wanted wanted,
        Duration timeout,
        Instant sentAt,
        String url,
        boolean undoes) {

    /** Begins the signature of every ResponseURL, so that one search finds whichever has leaked. */
    static final String SECRET = "5ec2e7c0de";

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    private static final int MARGIN_FRACTION = 5;

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

    /** A request as it was sent just now. */
    static Request of(World world, SentRequest sent, Stack stack) {
        JsonNode properties = sent.event().path("ResourceProperties");
        return new Request(
                Type.valueOf(sent.type().name()),
                sent.requestId(),
                stack,
                sent.logicalId(),
                Optional.of(sent.physicalId()).filter(id -> !id.isEmpty()),
                world.service().identified(sent.physicalId()),
                new Wanted(
                        world.service().named(properties),
                        properties.path("OnRollback").asText().equals("Retain"),
                        properties.path("OnServiceRetired").asText().equals("Succeed")),
                Duration.ofSeconds(properties.path("ServiceTimeout").asLong()),
                world.now(),
                sent.event().path("ResponseURL").asText(),
                stack.isRollingBack());
    }

    /** The properties of a resource. */
    record Wanted(ImageKey image, boolean retain, boolean succeedWhenRetired) {
        CustomResource declared(SimulatedService service, Duration timeout) {
            Map<String, Object> properties = new HashMap<>(service.properties(image));
            properties.put("OnRollback", retain ? "Retain" : "Delete");
            if (service.isRetirable()) {
                properties.put("OnServiceRetired", succeedWhenRetired ? "Succeed" : "Fail");
            }
            properties.put("ServiceTimeout", timeout.toSeconds());
            return CustomResource.of(properties);
        }

        /** The same image, with its options the other way round. */
        Wanted withOtherOptions() {
            return new Wanted(image, !retain, !succeedWhenRetired);
        }
    }

    /** Whether the properties name the image that the resource has already. */
    boolean keepsImage() {
        return image.filter(wanted.image()::covers).isPresent();
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

    @Override
    public String toString() {
        return type.text() + " " + logicalId + " " + id;
    }
}
