package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.StreamingImageDeletionHandler;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.customresource.ResponseUrl;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.nimble.StreamingImages;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.time.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to break the function from outside: in what it sees, in what it hears, in what it does and in what it says. */
interface Broken extends Function<Services, RequestStreamHandler> {

    /** What a call to Nimble Studio shows is taken for something else. */
    static Broken sight(UnaryOperator<Observation> broken) {
        return images(images -> new StreamingImages() {
            @Override
            public Observation observe(ImageId image) {
                return broken.apply(images.observe(image));
            }

            @Override
            public Observation delete(ImageId image, String clientToken) {
                return broken.apply(images.delete(image, clientToken));
            }
        });
    }

    /** A deletion, given what it is to be done with. */
    interface Deleting {
        Observation delete(StreamingImages images, ImageId image, String clientToken);
    }

    static Broken deletion(Deleting broken) {
        return images(images -> new StreamingImages() {
            @Override
            public Observation observe(ImageId image) {
                return images.observe(image);
            }

            @Override
            public Observation delete(ImageId image, String clientToken) {
                return broken.delete(images, image, clientToken);
            }
        });
    }

    private static Broken images(UnaryOperator<StreamingImages> broken) {
        return services -> new StreamingImageDeletionHandler(new Services(
                services.environment(),
                names -> broken.apply(services.images().apply(names)),
                services.stacks(),
                services.executions(),
                services.put(),
                services.time(),
                services.random(),
                services.logLines()));
    }

    /** What DescribeStacks shows is taken for something else. */
    static Broken stacks(UnaryOperator<Observation> broken) {
        return services -> with(
                services, stackId -> broken.apply(services.stacks().observe(stackId)), services.put(), services.time());
    }

    /** A PUT, given what it is to be done with. */
    interface Putting {
        int put(Put put, ResponseUrl url, byte[] body) throws IOException;
    }

    static Broken delivery(Putting broken) {
        return services -> with(
                services, services.stacks(), (url, body) -> broken.put(services.put(), url, body), services.time());
    }

    /** An answer, as JSON text, becomes another. */
    static Broken answers(UnaryOperator<String> broken) {
        return delivery((put, url, body) -> put.put(
                url, broken.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
    }

    /** Sleeps last longer or shorter. */
    static Broken sleep(UnaryOperator<Duration> broken) {
        return services -> with(services, services.stacks(), services.put(), new Time() {
            @Override
            public Instant now() {
                return services.time().now();
            }

            @Override
            public void sleep(Duration duration) {
                services.time().sleep(broken.apply(duration));
            }
        });
    }

    /** The event, as JSON text, is taken for another. */
    static Broken hearing(UnaryOperator<String> broken) {
        return services -> (input, output, context) -> {
            String event = broken.apply(new String(input.readAllBytes(), StandardCharsets.UTF_8));
            new StreamingImageDeletionHandler(services)
                    .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
        };
    }

    /** The event is told in a line of the log. */
    static Broken discretion() {
        return services -> (input, output, context) -> {
            byte[] event = input.readAllBytes();
            services.logLines().accept(new String(event, StandardCharsets.UTF_8));
            new StreamingImageDeletionHandler(services).handleRequest(new ByteArrayInputStream(event), output, context);
        };
    }

    private static RequestStreamHandler with(Services services, Stacks stacks, Put put, Time time) {
        return new StreamingImageDeletionHandler(new Services(
                services.environment(),
                services.images(),
                stacks,
                services.executions(),
                put,
                time,
                services.random(),
                services.logLines()));
    }
}
