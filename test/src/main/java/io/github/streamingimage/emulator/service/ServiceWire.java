package io.github.streamingimage.emulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.emulator.sigv4.Refusal;
import java.util.Optional;

/**
 * A service's API as its clients see it, without HTTP and signatures: responses for requests, by way of the model.
 *
 * @param <C> the service's calls
 * @param <I> an image as the service shows it
 */
public abstract class ServiceWire<C extends ServiceCall, I> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceModel<C, I> model;
    private final String signingName;

    /** @param signingName the service's name in signatures, e.g. {@code nimble} */
    protected ServiceWire(ServiceModel<C, I> model, String signingName) {
        this.model = model;
        this.signingName = signingName;
    }

    /** Does what the service would do about the request now, and writes it down. */
    public abstract DeliveredResponse handle(ReceivedRequest request);

    /** Writes down that the request did not come as far as an operation, and says why. */
    protected abstract DeliveredResponse refuse(ReceivedRequest request, int status, String errorType, String message);

    protected abstract WireResponse write(C call, ServiceOutcome<I> outcome);

    /** An error that no operation has. */
    protected abstract WireResponse writeError(int status, String errorType, String message);

    /** The JSON object in the body; empty when the body is something else. */
    protected static Optional<JsonNode> body(ReceivedRequest request) {
        try {
            return Optional.of(JSON.readTree(new String(request.body(), UTF_8))).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    protected final DeliveredResponse respond(C call) {
        Reaction<I> reaction = model.handle(call);
        Optional<WireResponse> usual = reaction.outcome().map(outcome -> write(call, outcome));
        return reaction.fault()
                .map(fault -> fault.deliver(usual))
                .orElseGet(() -> DeliveredResponse.of(usual.orElseThrow()));
    }

    /** Writes down what the request was about, as far as that can be told, and what it is told. */
    protected final DeliveredResponse refuse(
            Optional<? extends ServiceOperation> operation,
            Optional<String> scope,
            Optional<String> imageId,
            int status,
            String errorType,
            String message) {
        model.refused(operation.map(known -> known), scope, imageId, status, errorType);
        return DeliveredResponse.of(writeError(status, errorType, message));
    }

    final DeliveredResponse refuse(ReceivedRequest request, Refusal refusal) {
        return refuse(request, Refusal.STATUS, refusal.reason().jsonErrorType(), refusal.message());
    }

    final ServiceModel<C, I> model() {
        return model;
    }

    final String signingName() {
        return signingName;
    }
}
