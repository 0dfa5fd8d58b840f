package io.github.streamingimage.simulation;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's model as the function's adapters call it: every request is served, at once. */
public record WireService(NimbleStudioWire service) implements AwsApi {

    @Override
    public ServiceResponse call(ServiceRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        var response = service.handle(new ReceivedRequest(request.method(), request.path(), "", headers, body))
                .response()
                .orElseThrow();
        return new ServiceResponse(
                response.status(), response.headers().getOrDefault("x-amzn-ErrorType", ""), response.body());
    }
}
