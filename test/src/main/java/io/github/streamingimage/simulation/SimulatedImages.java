package io.github.streamingimage.simulation;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.http.NoSuchHostException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nimble Studio's API as one invocation meets it: the emulator's model, and what goes wrong on the way there and back. */
final class SimulatedImages implements AwsApi {

    private static final String HOST = "nimble." + World.REGION + ".amazonaws.com";
    private static final Duration HANG = Duration.ofSeconds(10);

    /** What keeps a call from taking effect, in the order in which it strikes. */
    private static final List<Fault> BEFORE = List.of(
            Fault.THROTTLED,
            Fault.SERVER_ERROR,
            Fault.CONNECTION_LOST,
            Fault.DENIED,
            Fault.REJECTED,
            Fault.ENDPOINT_MISSING,
            Fault.NAMES_UNKNOWN);

    private final World world;
    private final SimulatedInvocation invocation;
    private final NimbleStudioWire service;

    SimulatedImages(World world, SimulatedInvocation invocation) {
        this.world = world;
        this.invocation = invocation;
        this.service = new NimbleStudioWire(world.images());
    }

    @Override
    public ServiceResponse call(ServiceRequest request) throws IOException {
        if (request.method().equals("DELETE")) {
            DeletionCheck.check(
                    world, invocation, image(request), request.headers().get("X-Amz-Client-Token"));
            return exchange(request);
        }
        try {
            ServiceResponse response = exchange(request);
            looked(Sight.of(response));
            return response;
        } catch (IOException e) {
            looked(Sight.NOTHING);
            throw e;
        }
    }

    private void looked(Sight seen) {
        invocation.deeds().looked(seen);
        invocation.handling().looked();
    }

    private ServiceResponse exchange(ServiceRequest request) throws IOException {
        invocation.troubled(false);
        invocation.step();
        invocation.takesUsual();
        for (Fault fault : BEFORE) {
            if (invocation.strikes(fault)) {
                ServiceResponse response = struck(fault);
                invocation.serviceSays(world.cloudFormation().time());
                return response;
            }
        }
        if (invocation.isSignatureRefused()) {
            return error(403, "InvalidSignatureException", "Signature expired");
        }
        ServiceResponse response = served(request);
        if (request.method().equals("DELETE") && response.isSuccess()) {
            invocation.handling().accepted(world.now(), world.lives().failures(image(request)));
        }
        boolean refused = response.errorType().equals("ThrottlingException");
        invocation.handling().use(usage -> usage.call(refused));
        if (refused) {
            invocation.handling().hit(Fault.THROTTLED);
        }
        if (response.errorType().equals("AccessDeniedException")) {
            invocation.handling().hit(Fault.DENIED);
        }
        world.note(
                "%s calls %s %s and sees %s %s",
                invocation, request.method(), request.path(), response.status(), Sight.of(response));
        invocation.step();
        if (invocation.strikes(Fault.REPLY_LOST)) {
            if (world.chance().of(0.3)) {
                invocation.takes(HANG);
            }
            throw new SocketTimeoutException(Fault.REPLY_LOST.description());
        }
        return response;
    }

    private ServiceResponse served(ServiceRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        WireResponse response = service.handle(new ReceivedRequest(request.method(), request.path(), "", headers, body))
                .response()
                .orElseThrow();
        return new ServiceResponse(
                response.status(), response.headers().getOrDefault("x-amzn-ErrorType", ""), response.body());
    }

    private static ServiceResponse struck(Fault fault) throws IOException {
        return switch (fault) {
            case THROTTLED -> error(429, "ThrottlingException", "Rate exceeded");
            case SERVER_ERROR -> error(503, "", "Service Unavailable");
            case DENIED -> error(403, "AccessDeniedException", "not authorized");
            case REJECTED -> new ServiceResponse(404, "", "<h1>Not Found</h1>".getBytes(StandardCharsets.UTF_8));
            case CONNECTION_LOST -> throw new ConnectException(fault.description());
            case NAMES_UNKNOWN -> throw new UnknownHostException(HOST);
            case ENDPOINT_MISSING -> throw new NoSuchHostException(HOST);
            default -> throw new IllegalArgumentException(fault + " strikes elsewhere");
        };
    }

    private static ServiceResponse error(int status, String type, String message) {
        return new ServiceResponse(
                status, type, ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** {@code /2020-08-01/studios/<studio>/streaming-images/<image>} */
    private static ImageKey image(ServiceRequest request) {
        String[] path = request.path().split("/");
        return new ImageKey(path[3], path[5]);
    }
}
