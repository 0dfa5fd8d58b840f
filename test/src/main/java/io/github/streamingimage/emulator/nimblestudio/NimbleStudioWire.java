package io.github.streamingimage.emulator.nimblestudio;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.emulator.service.DeliveredResponse;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import io.github.streamingimage.emulator.service.ServiceWire;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.emulator.sigv4.Refusal;
import java.util.Map;
import java.util.Optional;

/** Nimble Studio's API for streaming images: REST with JSON. */
public final class NimbleStudioWire extends ServiceWire<Call, ShownImage> {
    private static final String JSON = "application/json";

    public NimbleStudioWire(StreamingImages images) {
        super(images, "nimble");
    }

    /** Unverified: what the service says to paths that it does not have; this is what API Gateway says. */
    @Override
    public DeliveredResponse handle(ReceivedRequest request) {
        Optional<Route> route = Route.find(request.method(), request.rawPath());
        if (route.isEmpty()) {
            return refuse(request, 403, Refusal.Reason.NOT_SIGNED.jsonErrorType(), "Missing Authentication Token");
        }
        return CallReader.read(route.get(), request, body(request))
                .map(this::respond)
                .orElseGet(() -> refuse(request, 400, "SerializationException", "The body is not a JSON object"));
    }

    @Override
    protected DeliveredResponse refuse(ReceivedRequest request, int status, String errorType, String message) {
        Optional<Route> route = Route.find(request.method(), request.rawPath());
        return refuse(
                route.map(Route::operation),
                route.map(Route::studioId),
                route.flatMap(Route::streamingImageId),
                status,
                errorType,
                message);
    }

    @Override
    protected WireResponse write(Call call, ServiceOutcome<ShownImage> outcome) {
        JsonNode body = WireFormat.write(call.operation(), outcome);
        return outcome.error()
                .map(error -> error(error.status(), error.shape(), body))
                .orElseGet(() -> WireResponse.of(200, Map.of("Content-Type", JSON), body));
    }

    /** What is refused before it reaches an operation has a body with nothing but a message. */
    @Override
    protected WireResponse writeError(int status, String errorType, String message) {
        return error(status, errorType, WireFormat.message(message));
    }

    private static WireResponse error(int status, String type, JsonNode body) {
        return WireResponse.of(status, Map.of("Content-Type", JSON, "x-amzn-ErrorType", type), body);
    }
}
