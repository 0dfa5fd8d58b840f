package io.github.streamingimage.benchmark;

import io.github.streamingimage.Services;
import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.customresource.HttpPut;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.time.SystemTime;
import io.github.streamingimage.time.Time;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What the function stands on in Lambda, with its real adapters, connected with servers in the same process. */
final class RealServices {

    static final String KEY = "KEY";
    static final String SECRET = "secret";

    private RealServices() {}

    /**
     * The function for that service's images.
     *
     * @param images where the service is
     * @param seed of the function's chance
     */
    static Services of(
            MeasuredService service, URI images, URI cloudFormation, Optional<Executions> executions, long seed) {
        return of(service, images, cloudFormation, executions, new HttpPut(), new SystemTime(), seed);
    }

    /** The same with another way to respond, and by another clock. */
    static Services of(
            MeasuredService service,
            URI images,
            URI cloudFormation,
            Optional<Executions> executions,
            Put put,
            Time time,
            long seed) {
        Map<String, String> environment = environment(images, cloudFormation);
        DnsResolver resolver = new DnsResolver();
        return new Services(
                Optional.empty(),
                service.images(new AwsService(service.serviceName(), environment, time, resolver)),
                new CloudFormationStacks(new AwsService(CloudFormationStacks.SERVICE, environment, time, resolver)),
                executions,
                put,
                resolver,
                time,
                new SplittableRandom(seed),
                line -> {});
    }

    /** The services that are not named are where that of the images is. */
    static Map<String, String> environment(URI images, URI cloudFormation) {
        return Map.of(
                "AWS_REGION",
                "us-west-2",
                "AWS_ACCESS_KEY_ID",
                KEY,
                "AWS_SECRET_ACCESS_KEY",
                SECRET,
                "AWS_ENDPOINT_URL",
                images.toString(),
                "AWS_ENDPOINT_URL_CLOUDFORMATION",
                cloudFormation.toString());
    }
}
