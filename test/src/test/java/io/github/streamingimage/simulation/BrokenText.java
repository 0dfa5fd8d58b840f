package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What broken functions read in events, and write in responses. */
final class BrokenText {

    private static final Pattern TIMEOUT = Pattern.compile("\"ServiceTimeout\":\"(\\d+)\"");
    private static final String REASON = ",\"Reason\":\"(?:[^\"\\\\]|\\\\.)*\"";

    private BrokenText() {}

    /** The first field of that name, or an empty text. */
    static String field(String event, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(event);
        return field.find() ? field.group(1) : "";
    }

    /** The PhysicalResourceId of the image that the properties name. */
    static String named(String event) {
        String name = field(event, "ImageName");
        return name.isEmpty()
                ? field(event, "StudioId") + "|" + field(event, "StreamingImageId")
                : name + "|2026-01-01T00:00:00Z";
    }

    static String timeout(String event, IntUnaryOperator seconds) {
        return TIMEOUT.matcher(event)
                .replaceAll(
                        found -> "\"ServiceTimeout\":\"" + seconds.applyAsInt(Integer.parseInt(found.group(1))) + "\"");
    }

    /** A property is taken for another. */
    static Broken property(String name, String from, String to) {
        return Broken.hearing(
                event -> event.replace("\"" + name + "\":\"" + from + "\"", "\"" + name + "\":\"" + to + "\""));
    }

    /** What failed, if the event is Lambda's record of that, unless it failed since its response could not be delivered. */
    static String requestPayload(String event) {
        try {
            JsonNode payload = new ObjectMapper().readTree(event).path("requestPayload");
            return payload.isMissingNode() || event.contains("UndeliveredResponse") ? event : payload.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("an event is JSON", e);
        }
    }

    /** A field of the response has another value. */
    static Broken other(String field) {
        return BrokenServices.responses(
                response -> response.replaceFirst("\"" + field + "\":\"", "\"" + field + "\":\"x"));
    }

    static String success(String response) {
        return response.replaceFirst(REASON, "").replace("\"FAILED\"", "\"SUCCESS\"");
    }

    static String failed(String response) {
        return response.replace("\"SUCCESS\"", "\"FAILED\",\"Reason\":\"[DEADLINE_REACHED] It is late.\"");
    }
}
