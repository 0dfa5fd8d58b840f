package io.github.streamingimage.emulator;

import io.github.streamingimage.emulator.appstream.AppStreamImages;
import io.github.streamingimage.emulator.appstream.AppStreamWire;
import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.QueryError;
import io.github.streamingimage.emulator.cloudformation.RequestCheck;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.dns.EmptyNameServer;
import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.FunctionIdentity;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.sigv4.Credentials;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.emulator.sigv4.SigV4Verifier;
import io.github.streamingimage.emulator.stepfunctions.StepFunctions;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One account in one region, on loopback: Nimble Studio, AppStream, CloudFormation, the Lambda function that stands behind the custom
 * resource, and its on-failure destination, a second function of the same code, wired by the standard endpoint variables. The
 * functions sign with their role's credentials, and the services verify that. They find everything by its address: the region's name
 * server knows no name, and the functions ask no other.
 */
public final class EmulatedRegion implements AutoCloseable {

    /** How the JSON begins that the function gives back to the state machine for another round. */
    private static final String ROUND = "{\"version\":2,\"functionArn\":";

    private final EmptyNameServer nameServer = new EmptyNameServer();
    private final StreamingImages images;
    private final ServiceEndpoint nimbleStudio;
    private final AppStreamImages appStreamImages;
    private final ServiceEndpoint appStream;
    private final LambdaFunction function;
    private final LambdaFunction lastResort;
    private final CloudFormation cloudFormation;
    private final Optional<StepFunctions> stepFunctions;
    private final String handler;
    private FunctionConfiguration configuration;

    private EmulatedRegion(
            FunctionArtifacts artifacts,
            FunctionConfiguration configuration,
            Optional<StepFunctions.StateMachine> stateMachine,
            RegionListener listener) {
        handler = configuration.handler();
        FunctionIdentity identity = configuration.identity();
        Credentials credentials =
                Credentials.temporary(identity.accessKeyId(), identity.secretAccessKey(), identity.sessionToken());
        images = new StreamingImages(InstantSource.system(), identity.region(), identity.account());
        images.addListener(listener);
        nimbleStudio = ServiceEndpoint.start(new NimbleStudioWire(images), credentials);
        appStreamImages = new AppStreamImages(InstantSource.system(), identity.region(), identity.account());
        appStreamImages.addListener(listener);
        appStream = ServiceEndpoint.start(new AppStreamWire(appStreamImages), credentials);
        lastResort = LambdaFunction.start(
                artifacts, onNameServer(lastResort(configuration, handler)), listener::functionEvent, record -> {});
        function = LambdaFunction.start(
                artifacts, onNameServer(configuration), listener::functionEvent, lastResort::invokeAsync);
        cloudFormation = CloudFormation.start(
                configuration.arn(), function::invokeAsync, listener, signedWith(credentials, identity.region()));
        stepFunctions = stateMachine.map(machine -> StepFunctions.start(
                machine,
                configuration.arn(),
                function,
                new SigV4Verifier("states", identity.region(), credentials, InstantSource.system()),
                lastResort::invokeAsync));
        this.configuration = configuration;
        configureEndpoints();
    }

    /** The configuration of the function that the build laid out, for images of Nimble Studio, to be changed as needed. */
    public static FunctionConfiguration functionConfiguration() {
        return FunctionConfiguration.of("streaming-image-deletion", Deployment.handler("nimble-studio"));
    }

    /** The same for images of AppStream. */
    public static FunctionConfiguration appStreamFunctionConfiguration() {
        return FunctionConfiguration.of("appstream-image-deletion", Deployment.handler("appstream"));
    }

    /** Starts the region with the function that the build laid out, waiting inline. */
    public static EmulatedRegion start(FunctionConfiguration configuration, RegionListener listener) {
        return new EmulatedRegion(FunctionArtifacts.find(), configuration, Optional.empty(), listener);
    }

    /** Starts the region with the function that the build laid out, waiting on this state machine. */
    public static EmulatedRegion start(
            FunctionConfiguration configuration, StepFunctions.StateMachine stateMachine, RegionListener listener) {
        Map<String, String> environment = new HashMap<>(configuration.environment());
        environment.put(Deployment.stateMachineVariable(), stateMachine.arn());
        return new EmulatedRegion(
                FunctionArtifacts.find(),
                configuration.withEnvironment(environment),
                Optional.of(stateMachine),
                listener);
    }

    public StreamingImages images() {
        return images;
    }

    public AppStreamImages appStreamImages() {
        return appStreamImages;
    }

    public CloudFormation cloudFormation() {
        return cloudFormation;
    }

    public LambdaFunction function() {
        return function;
    }

    /** @throws java.util.NoSuchElementException when the function waits inline */
    public StepFunctions stepFunctions() {
        return stepFunctions.orElseThrow();
    }

    /** Models the end of Nimble Studio: its images are gone, and so is the name of its endpoint, as the region's name server says. */
    public void retireNimbleStudio() {
        images.retire();
        nimbleStudio.close();
        Map<String, String> environment = new HashMap<>(configuration.environment());
        // Then the function asks for the region's own name, and of nobody but the name server.
        environment.remove("AWS_ENDPOINT_URL_NIMBLE");
        configuration = configuration.withEnvironment(environment);
        configure(configuration);
    }

    /** Changes the configuration of the function; its endpoints stay. */
    public void configure(FunctionConfiguration changed) {
        Map<String, String> environment = new HashMap<>(configuration.environment());
        environment.putAll(changed.environment());
        configuration = changed.withEnvironment(environment);
        function.configure(onNameServer(configuration));
        lastResort.configure(onNameServer(lastResort(configuration, handler)));
    }

    /**
     * The secret queries of response URLs that left the function as text, or stand in an answer: none, if all is well. What a round
     * gives back to the state machine may hold the request, and is not looked at. Only after {@link #close()} has all that the
     * function said arrived.
     */
    public List<String> leaks() {
        String said = Stream.of(function, lastResort)
                .flatMap(each -> each.transcript().lines())
                .filter(line -> !line.startsWith(ROUND))
                .collect(Collectors.joining("\n", "", cloudFormation.responses().toString()));
        return cloudFormation.requests().stream()
                .map(SentRequest::event)
                .map(event -> URI.create(event.path("ResponseURL").asText()).getRawQuery())
                .filter(Objects::nonNull)
                .filter(said::contains)
                .toList();
    }

    /** Stops everything, the functions first, since their last lines are still to be read. */
    @Override
    public void close() {
        stepFunctions.ifPresent(StepFunctions::close);
        function.close();
        lastResort.close();
        cloudFormation.close();
        nimbleStudio.close();
        appStream.close();
        nameServer.close();
    }

    private void configureEndpoints() {
        Map<String, String> environment = new HashMap<>(configuration.environment());
        environment.put("AWS_ENDPOINT_URL_NIMBLE", nimbleStudio.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_APPSTREAM", appStream.endpoint().toString());
        environment.put(
                "AWS_ENDPOINT_URL_CLOUDFORMATION", cloudFormation.endpoint().toString());
        stepFunctions.ifPresent(service ->
                environment.put("AWS_ENDPOINT_URL_SFN", service.endpoint().toString()));
        configure(configuration.withEnvironment(environment));
    }

    /**
     * The same code and endpoints, without a state machine; what else was made of the function's configuration is not this one's.
     *
     * @param handler the one with which the function was started
     */
    static FunctionConfiguration lastResort(FunctionConfiguration function, String handler) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.remove(Deployment.stateMachineVariable());
        return FunctionConfiguration.of(function.name() + "-last-resort", handler)
                .withTimeout(function.timeout())
                .withEnvironment(environment)
                .withAsynchronous(function.asynchronous())
                .withIdentity(function.identity());
    }

    private FunctionConfiguration onNameServer(FunctionConfiguration function) {
        return function.withJvmOptions(Stream.of(nameServer.jvmOptions(), function.jvmOptions())
                .flatMap(List::stream)
                .toList());
    }

    private static RequestCheck signedWith(Credentials credentials, String region) {
        SigV4Verifier verifier = new SigV4Verifier("cloudformation", region, credentials, InstantSource.system());
        return (exchange, body) -> verifier.refusalOf(new ReceivedRequest(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                        exchange.getRequestHeaders(),
                        body))
                .map(refusal -> new QueryError(403, refusal.reason().queryErrorCode(), refusal.message()));
    }
}
