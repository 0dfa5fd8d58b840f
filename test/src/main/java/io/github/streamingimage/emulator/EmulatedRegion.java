package io.github.streamingimage.emulator;

import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.QueryError;
import io.github.streamingimage.emulator.cloudformation.RequestCheck;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.FunctionIdentity;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudio;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.sigv4.Credentials;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.emulator.sigv4.SigV4Verifier;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One account in one region, on loopback: Nimble Studio, CloudFormation, and the Lambda function that stands behind the custom
 * resource, wired by the standard endpoint variables. The function signs with its role's credentials, and both services verify
 * that.
 */
public final class EmulatedRegion implements AutoCloseable {

    private static final String HANDLER = "io.github.streamingimage.StreamingImageDeletionHandler::handleRequest";

    private final StreamingImages images;
    private final NimbleStudio nimbleStudio;
    private final LambdaFunction function;
    private final CloudFormation cloudFormation;
    private FunctionConfiguration configuration;

    private EmulatedRegion(FunctionArtifacts artifacts, FunctionConfiguration configuration, RegionListener listener) {
        FunctionIdentity identity = configuration.identity();
        Credentials credentials =
                Credentials.temporary(identity.accessKeyId(), identity.secretAccessKey(), identity.sessionToken());
        images = new StreamingImages(InstantSource.system(), identity.region(), identity.account());
        images.addListener(listener);
        nimbleStudio = NimbleStudio.start(images, credentials);
        function = LambdaFunction.start(artifacts, configuration, listener::functionEvent);
        cloudFormation = CloudFormation.start(
                configuration.arn(), function::invokeAsync, listener, signedWith(credentials, identity.region()));
        this.configuration = configuration;
        configureEndpoints(nimbleStudio.endpoint());
    }

    /** The configuration of the function that the build laid out, to be changed as needed. */
    public static FunctionConfiguration functionConfiguration() {
        return FunctionConfiguration.of("streaming-image-deletion", HANDLER);
    }

    /** Starts the region with the function that the build laid out. */
    public static EmulatedRegion start(FunctionConfiguration configuration, RegionListener listener) {
        return new EmulatedRegion(FunctionArtifacts.find(), configuration, listener);
    }

    public StreamingImages images() {
        return images;
    }

    public CloudFormation cloudFormation() {
        return cloudFormation;
    }

    public LambdaFunction function() {
        return function;
    }

    /** Models the end of Nimble Studio: its images are gone, and so is the name of its endpoint. */
    public void retireNimbleStudio() {
        nimbleStudio.retire();
        // RFC 2606 reserves .invalid: no such name ever exists.
        configureEndpoints(
                URI.create("http://nimble." + configuration.identity().region() + ".invalid"));
    }

    /** Changes the configuration of the function; its endpoints stay. */
    public void configure(FunctionConfiguration changed) {
        Map<String, String> environment = new HashMap<>(configuration.environment());
        environment.putAll(changed.environment());
        configuration = changed.withEnvironment(environment);
        function.configure(configuration);
    }

    /**
     * The secret queries of response URLs that left the function as text, or stand in an answer: none, if all is well. Only after
     * {@link #close()} has all that the function said arrived.
     */
    public List<String> leaks() {
        String said = function.transcript() + cloudFormation.answers();
        return cloudFormation.requests().stream()
                .map(SentRequest::event)
                .map(event -> URI.create(event.path("ResponseURL").asText()).getRawQuery())
                .filter(Objects::nonNull)
                .filter(said::contains)
                .toList();
    }

    /** Stops everything, the function first, since its last lines are still to be read. */
    @Override
    public void close() {
        function.close();
        cloudFormation.close();
        nimbleStudio.close();
    }

    private void configureEndpoints(URI nimble) {
        Map<String, String> environment = new HashMap<>(configuration.environment());
        environment.put("AWS_ENDPOINT_URL_NIMBLE", nimble.toString());
        environment.put(
                "AWS_ENDPOINT_URL_CLOUDFORMATION", cloudFormation.endpoint().toString());
        configure(configuration.withEnvironment(environment));
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
