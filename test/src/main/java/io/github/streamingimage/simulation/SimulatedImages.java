package io.github.streamingimage.simulation;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
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
import java.util.Optional;

/** The API of the images' service as one invocation meets it: the emulator's model, and what goes wrong on the way there and back. */
final class SimulatedImages implements AwsApi {

    private static final String HOST = "service." + World.REGION + ".amazonaws.com";
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
    private final SimulatedService service;

    SimulatedImages(World world, SimulatedInvocation invocation) {
        this.world = world;
        this.invocation = invocation;
        this.service = world.service();
    }

    @Override
    public ServiceResponse call(ServiceRequest request) throws IOException {
        Optional<ImageKey> target = service.target(request);
        if (target.isPresent()) {
            invocation.handling().deleted();
            Optional<String> token = Optional.ofNullable(request.headers().get("X-Amz-Client-Token"));
            DeletionCheck.check(world, invocation, target.get(), token);
            return exchange(request);
        }
        try {
            ServiceResponse response = exchange(request);
            looked(sight(response));
            return response;
        } catch (IOException e) {
            looked(Sight.NOTHING);
            throw e;
        }
    }

    private Sight sight(ServiceResponse response) {
        return service.sight(response, invocation.handling().request());
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
            return service.error(403, "InvalidSignatureException", "Signature expired");
        }
        Optional<ImageKey> target = service.target(request);
        ServiceResponse response = served(request);
        target.filter(image -> response.isSuccess()).ifPresent(this::accepted);
        String errorType = service.errorType(response);
        boolean refused = errorType.equals("ThrottlingException");
        invocation.handling().use(usage -> usage.call(refused));
        if (refused) {
            invocation.handling().hit(Fault.THROTTLED);
        }
        if (errorType.equals("AccessDeniedException")) {
            invocation.handling().hit(Fault.DENIED);
        }
        if (errorType.equals("OperationNotPermittedException")) {
            invocation.handling().hit(Fault.REJECTED);
        }
        world.note(
                "%s calls %s %s%s and sees %s %s",
                invocation,
                request.method(),
                request.path(),
                target.map(image -> " to delete " + image).orElse(""),
                response.status(),
                errorType.isEmpty() ? sight(response) : errorType);
        invocation.step();
        if (invocation.strikes(Fault.REPLY_LOST)) {
            if (world.chance().of(0.3)) {
                invocation.takes(HANG);
            }
            throw new SocketTimeoutException(Fault.REPLY_LOST.description());
        }
        return response;
    }

    /** The time that a call takes on its way is enough to make an image anew: no request can name the one that is meant. */
    private void accepted(ImageKey deleted) {
        Request request = invocation.handling().request();
        if (request.image().filter(deleted::covers).isEmpty()) {
            world.tally().count("deleted an image that was made anew while the call was under way", 1);
        }
        invocation.handling().accepted(world.now(), world.lives().failures(deleted));
    }

    private ServiceResponse served(ServiceRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        WireResponse response = service.serve(new ReceivedRequest(request.method(), request.path(), "", headers, body));
        return new ServiceResponse(
                response.status(), response.headers().getOrDefault("x-amzn-ErrorType", ""), response.body());
    }

    private ServiceResponse struck(Fault fault) throws IOException {
        return switch (fault) {
            case THROTTLED -> service.error(429, "ThrottlingException", "Rate exceeded");
            case SERVER_ERROR -> service.error(503, "", "Service Unavailable");
            case DENIED -> service.error(403, "AccessDeniedException", "not authorized");
            case REJECTED -> new ServiceResponse(404, "", "<h1>Not Found</h1>".getBytes(StandardCharsets.UTF_8));
            case CONNECTION_LOST -> throw new ConnectException(fault.description());
            case NAMES_UNKNOWN -> throw new UnknownHostException(HOST);
            case ENDPOINT_MISSING -> throw new NoSuchHostException(HOST);
            default -> throw new IllegalArgumentException(fault + " strikes elsewhere");
        };
    }
}
