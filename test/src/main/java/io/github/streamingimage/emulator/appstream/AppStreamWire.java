package io.github.streamingimage.emulator.appstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.streamingimage.emulator.service.DeliveredResponse;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import io.github.streamingimage.emulator.service.ServiceOutcome.Refused;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import io.github.streamingimage.emulator.service.ServiceWire;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import java.util.Map;
import java.util.Optional;

/** AppStream's API for images: JSON 1.1. */
public final class AppStreamWire extends ServiceWire<AppStreamCall, ListedImage> {
    private final ErrorForm errorForm;

    public AppStreamWire(AppStreamImages images) {
        this(images, ErrorForm.PLAIN);
    }

    public AppStreamWire(AppStreamImages images, ErrorForm errorForm) {
        super(images, "appstream");
        this.errorForm = errorForm;
    }

    @Override
    public DeliveredResponse handle(ReceivedRequest request) {
        Optional<AppStreamOperation> operation = operation(request);
        if (operation.isEmpty()) {
            return refuse(request, 400, "UnknownOperationException", "The operation is not one of images");
        }
        return body(request)
                .flatMap(body -> AppStreamJson.read(operation.get(), body))
                .map(this::respond)
                .orElseGet(() ->
                        refuse(request, 400, "SerializationException", "The body is not what the operation wants"));
    }

    @Override
    protected DeliveredResponse refuse(ReceivedRequest request, int status, String errorType, String message) {
        Optional<AppStreamOperation> operation = operation(request);
        Optional<String> imageId = operation
                .flatMap(known -> body(request).flatMap(body -> AppStreamJson.read(known, body)))
                .flatMap(AppStreamCall::imageId);
        return refuse(operation, Optional.empty(), imageId, status, errorType, message);
    }

    @Override
    protected WireResponse write(AppStreamCall call, ServiceOutcome<ListedImage> outcome) {
        return outcome instanceof Refused<ListedImage> refused
                ? writeError(refused.type().status(), refused.type().shape(), refused.message())
                : response(200, AppStreamJson.write(call.operation(), (Shown<ListedImage>) outcome));
    }

    @Override
    protected WireResponse writeError(int status, String errorType, String message) {
        return response(status, errorForm.body(errorType, message));
    }

    private static Optional<AppStreamOperation> operation(ReceivedRequest request) {
        return request.header("X-Amz-Target")
                .filter(target ->
                        request.method().equals("POST") && request.rawPath().equals("/"))
                .flatMap(AppStreamOperation::of);
    }

    private static WireResponse response(int status, JsonNode body) {
        return WireResponse.of(status, Map.of("Content-Type", "application/x-amz-json-1.1"), body);
    }
}
