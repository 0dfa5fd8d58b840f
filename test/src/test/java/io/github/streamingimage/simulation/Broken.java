package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.customresource.ResponseUrl;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.time.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to break the function from outside: in what it sees, in what it hears, in what it does and in what it says. */
interface Broken extends Function<Services, RequestStreamHandler> {

    /** What a call to the service shows is taken for something else. */
    static Broken sight(UnaryOperator<Observation> broken) {
        return images(image -> new BrokenImage(image) {
            @Override
            public Observation look() {
                return broken.apply(image.look());
            }

            @Override
            public Observation delete(String clientToken) {
                return broken.apply(image.delete(clientToken));
            }
        });
    }

    /** A deletion, given what it is to be done with. */
    interface Deleting {
        Observation delete(StreamingImage image, String clientToken);
    }

    static Broken deletion(Deleting broken) {
        return images(image -> new BrokenImage(image) {
            @Override
            public Observation delete(String clientToken) {
                return broken.delete(image, clientToken);
            }
        });
    }

    /** The image of a PhysicalResourceId, given what reads it. */
    interface Identifying {
        Optional<StreamingImage> identified(ImageService images, String physicalResourceId);
    }

    static Broken identity(Identifying broken) {
        return images(image -> image, broken);
    }

    private static Broken images(UnaryOperator<StreamingImage> broken) {
        return images(broken, ImageService::identified);
    }

    private static Broken images(UnaryOperator<StreamingImage> broken, Identifying identifying) {
        return services -> {
            ImageService images = services.images();
            return with(
                    services,
                    new ImageService() {
                        @Override
                        public List<String> propertyNames() {
                            return images.propertyNames();
                        }

                        @Override
                        public Optional<String> problem(Map<String, Object> properties) {
                            return images.problem(properties);
                        }

                        @Override
                        public StreamingImage declared(Map<String, Object> properties, String stackId) {
                            return broken.apply(images.declared(properties, stackId));
                        }

                        @Override
                        public Optional<StreamingImage> identified(String physicalResourceId) {
                            return identifying
                                    .identified(images, physicalResourceId)
                                    .map(broken);
                        }
                    },
                    services.stacks(),
                    services.put(),
                    services.time());
        };
    }

    /** What a look at the stack shows is taken for something else. */
    static Broken stacks(UnaryOperator<Observation> broken) {
        return services -> with(
                services,
                services.images(),
                new BrokenStacks(services.stacks(), broken),
                services.put(),
                services.time());
    }

    /** A PUT, given what it is to be done with. */
    interface Putting {
        int put(Put put, ResponseUrl url, byte[] body) throws IOException;
    }

    static Broken delivery(Putting broken) {
        return services -> with(
                services,
                services.images(),
                services.stacks(),
                (url, body) -> broken.put(services.put(), url, body),
                services.time());
    }

    /** A response, as JSON text, becomes another. */
    static Broken responses(UnaryOperator<String> broken) {
        return delivery((put, url, body) -> put.put(
                url, broken.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
    }

    /** Sleeps last longer or shorter. */
    static Broken sleep(UnaryOperator<Duration> broken) {
        return services -> with(services, services.images(), services.stacks(), services.put(), new Time() {
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
            new DeletionHandler(services)
                    .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
        };
    }

    /** The event is told in a line of the log. */
    static Broken discretion() {
        return services -> (input, output, context) -> {
            byte[] event = input.readAllBytes();
            services.logLines().accept(new String(event, StandardCharsets.UTF_8));
            new DeletionHandler(services).handleRequest(new ByteArrayInputStream(event), output, context);
        };
    }

    private static RequestStreamHandler with(
            Services services, ImageService images, Stacks stacks, Put put, Time time) {
        return new DeletionHandler(new Services(
                services.misconfigured(),
                images,
                stacks,
                services.executions(),
                put,
                services.resolver(),
                time,
                services.random(),
                services.logLines()));
    }
}
