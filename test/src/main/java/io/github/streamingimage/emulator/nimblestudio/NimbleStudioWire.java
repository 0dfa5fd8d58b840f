package io.github.streamingimage.emulator.nimblestudio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.emulator.service.DeliveredResponse;
import io.github.streamingimage.emulator.service.ServiceResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.emulator.sigv4.Refusal;
import java.util.Map;
import java.util.Optional;

/** Nimble Studio's API as its clients see it, without HTTP and signatures: responses for requests. */
public final class NimbleStudioWire {
    private final StreamingImages images;

    public NimbleStudioWire(StreamingImages images) {
        this.images = images;
    }

    /**
     * Does what the service would do about the request now, and writes it down.
     *
     * <p>Unverified: what the service says to paths that it does not have; this is what API Gateway says.
     */
    public DeliveredResponse handle(ReceivedRequest request) {
        Optional<Route> route = Route.find(request.method(), request.rawPath());
        if (route.isEmpty()) {
            return refuse(route, 403, Refusal.Reason.NOT_SIGNED.jsonErrorType(), "Missing Authentication Token");
        }
        return CallReader.read(route.get(), request)
                .map(images::handle)
                .map(NimbleStudioWire::deliver)
                .orElseGet(() -> refuse(route, 400, "SerializationException", "The body is not a JSON object"));
    }

    /** Writes down that the request was not let in, and says so. */
    DeliveredResponse refuse(ReceivedRequest request, Refusal refusal) {
        return refuse(
                Route.find(request.method(), request.rawPath()),
                Refusal.STATUS,
                refusal.reason().jsonErrorType(),
                refusal.message());
    }

    private DeliveredResponse refuse(Optional<Route> route, int status, String errorType, String message) {
        images.refuse(route, status, errorType);
        return DeliveredResponse.of(response(status, Optional.of(errorType), WireFormat.message(message)));
    }

    private static DeliveredResponse deliver(Reaction reaction) {
        Optional<ServiceResponse> usual = reaction.outcome()
                .map(outcome -> response(
                        outcome.error().map(ErrorType::status).orElse(200),
                        outcome.error().map(ErrorType::shape),
                        WireFormat.write(outcome)));
        return reaction.fault()
                .map(fault -> fault.deliver(usual))
                .orElseGet(() -> DeliveredResponse.of(usual.orElseThrow()));
    }

    private static ServiceResponse response(int status, Optional<String> errorType, JsonNode body) {
        Map<String, String> type = Map.of("Content-Type", "application/json");
        return new ServiceResponse(
                status,
                errorType
                        .map(error -> Map.of("Content-Type", "application/json", "x-amzn-ErrorType", error))
                        .orElse(type),
                body.toString().getBytes(UTF_8));
    }
}
