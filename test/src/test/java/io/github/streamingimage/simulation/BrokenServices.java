package io.github.streamingimage.simulation;

import io.github.streamingimage.Services;
import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.customresource.ResponseUrl;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.stepfunctions.Executions;
import io.github.streamingimage.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ways to break what the function stands on. */
final class BrokenServices {

    private BrokenServices() {}

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

    /** A look, given what is to be looked at. */
    interface Looking {
        Observation look(StreamingImage image);
    }

    static Broken looks(Looking broken) {
        return images(image -> new BrokenImage(image) {
            @Override
            public Observation look() {
                return broken.look(image);
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

    /** What was seen of the stack counts for two minutes: at the beginning of a long request, where there is time for that. */
    static Broken lateDeletion() {
        return Broken.given((services, event) -> {
            Instant soon = services.time().now().plusSeconds(30);
            boolean early = ResponseUrl.of(BrokenText.field(event, "ResponseURL"))
                    .flatMap(ResponseUrl::issuedAt)
                    .filter(issued -> Duration.between(issued, soon).abs().toSeconds() < 60)
                    .isPresent();
            return !early || Integer.parseInt(BrokenText.field(event, "ServiceTimeout")) < 600
                    ? services
                    : images(services, image -> new BrokenImage(image) {
                        @Override
                        public Observation delete(String clientToken) {
                            if (services.time().now().isBefore(soon)) {
                                services.time().sleep(Duration.ofSeconds(90));
                            }
                            return image.delete(clientToken);
                        }
                    });
        });
    }

    /** Every second request, by its id, sees nothing of its image. */
    static Broken blindForHalf() {
        return Broken.given((services, event) ->
                BrokenText.field(event, "RequestId").compareTo("8") < 0
                        ? images(services, image -> new BrokenImage(image) {
                            @Override
                            public Observation look() {
                                return new Observation.Problem(
                                        Observation.Problem.Kind.UNAVAILABLE, "nothing is to be seen");
                            }
                        })
                        : services);
    }

    static Broken images(UnaryOperator<StreamingImage> broken) {
        return Broken.ground(services -> images(services, broken));
    }

    static Services images(Services services, UnaryOperator<StreamingImage> broken) {
        return images(services, broken, (whole, id) -> whole.identified(id).map(broken));
    }

    /** The image of a PhysicalResourceId, given what reads it. */
    interface Identifying {
        Optional<StreamingImage> identified(ImageService images, String physicalResourceId);
    }

    static Services identified(Services services, Identifying broken) {
        return images(services, image -> image, broken);
    }

    private static Services images(
            Services services, UnaryOperator<StreamingImage> declaring, Identifying identifying) {
        ImageService whole = services.images();
        ImageService images = new ImageService() {
            @Override
            public List<String> propertyNames() {
                return whole.propertyNames();
            }

            @Override
            public Optional<String> problem(Map<String, Object> properties) {
                return whole.problem(properties);
            }

            @Override
            public StreamingImage declared(Map<String, Object> properties, String stackId) {
                return declaring.apply(whole.declared(properties, stackId));
            }

            @Override
            public Optional<StreamingImage> identified(String physicalResourceId) {
                return identifying.identified(whole, physicalResourceId);
            }
        };
        return with(services, images, services.stacks(), services.executions(), services.put(), services.time());
    }

    /** What a look at the stack shows is taken for something else. */
    static Broken stacks(UnaryOperator<Observation> broken) {
        return Broken.ground(services -> stacks(services, broken));
    }

    static Services stacks(Services services, UnaryOperator<Observation> broken) {
        Stacks stacks = new BrokenStacks(services.stacks(), broken);
        return with(services, services.images(), stacks, services.executions(), services.put(), services.time());
    }

    /** A search for other declarations shows what the first look at a stack that cleans up would have found. */
    static Broken earlyResources() {
        Map<String, Map<String, StackResources>> byRequest = new HashMap<>();
        return Broken.given((services, event) -> {
            Stacks whole = services.stacks();
            Map<String, StackResources> early =
                    byRequest.computeIfAbsent(BrokenText.field(event, "RequestId"), id -> new HashMap<>());
            Stacks stacks = new Stacks() {
                @Override
                public Observation look(String stackId) {
                    Observation seen = whole.look(stackId);
                    boolean cleansUp = seen instanceof Stack stack && stack.standing() == StackStanding.CLEANING_UP;
                    if (cleansUp && early.isEmpty()) {
                        read(stackId, "");
                    }
                    return seen;
                }

                private void read(String stackId, String page) {
                    Observation seen = whole.resources(
                            stackId,
                            BrokenText.field(event, "LogicalResourceId"),
                            BrokenText.field(event, "PhysicalResourceId"),
                            page);
                    if (seen instanceof StackResources resources) {
                        early.put(page, resources);
                        if (!resources.nextPage().isEmpty()) {
                            read(stackId, resources.nextPage());
                        }
                    }
                }

                @Override
                public Observation resources(String stackId, String logicalId, String physicalId, String page) {
                    return early.containsKey(page)
                            ? early.get(page)
                            : whole.resources(stackId, logicalId, physicalId, page);
                }
            };
            return with(services, services.images(), stacks, services.executions(), services.put(), services.time());
        });
    }

    /** The state machine, when there is one, is another, or there is none. */
    static Broken executions(UnaryOperator<Optional<Executions>> broken) {
        return Broken.ground(services -> with(
                services,
                services.images(),
                services.stacks(),
                broken.apply(services.executions()),
                services.put(),
                services.time()));
    }

    /** A PUT, given what it is to be done with. */
    interface Putting {
        int put(Put put, ResponseUrl url, byte[] body) throws IOException;
    }

    static Broken delivery(Putting broken) {
        return Broken.ground(services -> delivery(services, broken));
    }

    private static Services delivery(Services services, Putting broken) {
        return with(
                services,
                services.images(),
                services.stacks(),
                services.executions(),
                (url, body) -> broken.put(services.put(), url, body),
                services.time());
    }

    /** A response, as JSON text, becomes another. */
    static Broken responses(UnaryOperator<String> broken) {
        return Broken.ground(services -> responses(services, broken));
    }

    static Services responses(Services services, UnaryOperator<String> broken) {
        return delivery(
                services,
                (put, url, body) -> put.put(
                        url,
                        broken.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
    }

    /** Sleeps last longer or shorter. */
    static Broken sleep(UnaryOperator<Duration> broken) {
        return Broken.ground(services -> {
            Time time = new Time() {
                @Override
                public Instant now() {
                    return services.time().now();
                }

                @Override
                public void sleep(Duration duration) {
                    services.time().sleep(broken.apply(duration));
                }
            };
            return with(services, services.images(), services.stacks(), services.executions(), services.put(), time);
        });
    }

    private static Services with(
            Services services,
            ImageService images,
            Stacks stacks,
            Optional<Executions> executions,
            Put put,
            Time time) {
        return new Services(
                services.misconfigured(),
                images,
                stacks,
                executions,
                put,
                services.resolver(),
                time,
                services.random(),
                services.logLines());
    }
}
