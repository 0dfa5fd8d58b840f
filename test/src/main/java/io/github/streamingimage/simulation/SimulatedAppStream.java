package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.appstream.AppStream;
import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.emulator.appstream.AppStreamCall;
import io.github.streamingimage.emulator.appstream.AppStreamImages;
import io.github.streamingimage.emulator.appstream.AppStreamWire;
import io.github.streamingimage.emulator.appstream.ErrorForm;
import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.StateChange;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * AppStream: images that are told from their namesakes by nothing but the time of their creation, and what nobody could verify about
 * the service, one way or the other in each schedule.
 */
final class SimulatedAppStream implements SimulatedService, ServiceListener {

    private static final Pattern PHYSICAL_RESOURCE_ID =
            Pattern.compile("([a-zA-Z0-9][\\w.-]{0,100})\\|\\d{4}(-\\d\\d){2}T\\d\\d(:\\d\\d){2}Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final AppStreamImages images;
    private final ErrorForm errorForm;
    private final AppStreamWire wire;
    private final Map<String, ImagePlan> plans = new HashMap<>();
    private final Map<String, Instant> created = new HashMap<>();

    SimulatedAppStream(World world) {
        this.world = world;
        images = new AppStreamImages(world.agenda(), World.REGION, World.ACCOUNT);
        if (world.chance().of(0.5)) {
            images.leaveOutUnknownNames();
        }
        images.addListener(this);
        errorForm = world.chance().oneOf(List.of(ErrorForm.values()));
        wire = new AppStreamWire(images, errorForm);
    }

    @Override
    public AppStreamImages model() {
        return images;
    }

    @Override
    public ImageService adapter(AwsApi api) {
        return new AppStream(api);
    }

    @Override
    public boolean isRetirable() {
        return false;
    }

    @Override
    public ImageKey named(String id) {
        return new ImageKey(id, id + ImageKey.SEPARATOR);
    }

    private static ImageKey key(String name, Instant created) {
        return new ImageKey(name, name + ImageKey.SEPARATOR + created.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public void add(String id, ImagePlan plan) {
        begin(id, plan, world.now().minus(world.chance().between(Duration.ofSeconds(5), Duration.ofDays(900))));
        if (world.strikes(Fault.MADE_ANEW)) {
            world.lives().sometime("deletes " + id, () -> deletedBySomebody(id));
        }
    }

    private void begin(String id, ImagePlan plan, Instant at) {
        plans.put(id, plan);
        created.put(id, at);
        AppStreamImagePlan.scripts(world, id, plan, at).forEach(images::add);
    }

    /** A name is free again once its image is gone: the next image can come before anybody has looked. */
    @Override
    public void stateChanged(StateChange change) {
        String id = change.imageId();
        ImagePlan plan = plans.get(id);
        if (change.to().equals(Optional.of("DELETING")) && world.weather().strikes(Fault.MADE_ANEW, world.now())) {
            Duration free = plan.deletion().plus(world.chance().between(Duration.ofMillis(1), Duration.ofSeconds(30)));
            world.agenda().after(free, () -> makeAnew(id));
        }
    }

    /** Never within the second of the one before, since whoever makes images takes minutes for it. */
    private void makeAnew(String id) {
        boolean free = images.state(id).isEmpty();
        if (free && world.now().isAfter(created.get(id).plusSeconds(1))) {
            world.happened(Fault.MADE_ANEW);
            begin(id, ImagePlan.byChance(world), world.now());
            world.note("another image is made: %s", key(id, world.now()));
        }
    }

    @Override
    public void deletedBySomebody(String id) {
        images.handle(AppStreamCall.Delete.of(id));
    }

    @Override
    public boolean isGone(ImageKey image) {
        return !bearer(image.id()).equals(Optional.of(image));
    }

    /** The image that bears the name. */
    private Optional<ImageKey> bearer(String name) {
        return images.createdTime(name).map(time -> key(name, time));
    }

    @Override
    public Optional<ImageKey> identified(String physicalResourceId) {
        Matcher parts = PHYSICAL_RESOURCE_ID.matcher(physicalResourceId);
        return parts.matches() ? Optional.of(new ImageKey(parts.group(1), physicalResourceId)) : Optional.empty();
    }

    @Override
    public Map<String, String> properties(ImageKey image) {
        return Map.of("ImageName", image.id());
    }

    @Override
    public ImageKey named(JsonNode properties) {
        return named(properties.path("ImageName").asText());
    }

    @Override
    public int attributes() {
        return 6;
    }

    @Override
    public WireResponse serve(ReceivedRequest request) {
        return wire.handle(request).response().orElseThrow();
    }

    /** Any image of the name when none bears it, so that nothing can be deleted. */
    @Override
    public Optional<ImageKey> target(ServiceRequest request) {
        if (!request.headers().get("X-Amz-Target").endsWith(".DeleteImage")) {
            return Optional.empty();
        }
        String name = json(request.body().getBytes(StandardCharsets.UTF_8))
                .path("Name")
                .asText();
        return bearer(name).or(() -> Optional.of(named(name)));
    }

    @Override
    public ServiceResponse error(int status, String type, String message) {
        return new ServiceResponse(
                status / 100 == 4 ? 400 : status,
                "",
                errorForm.body(type, message).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String errorType(ServiceResponse response) {
        String type =
                response.isSuccess() ? "" : json(response.body()).path("__type").asText();
        return type.substring(type.indexOf('#') + 1);
    }

    /** A Delete is about one image, whatever else bears its name; whatever else is asked is about the account's own, if there is one. */
    @Override
    public Sight sight(ServiceResponse response, Request request) {
        if (errorType(response).equals("ResourceNotFoundException")) {
            return Sight.GONE;
        }
        if (response.status() != 200) {
            return Sight.NOTHING;
        }
        Optional<ImageKey> one = request.type() == Request.Type.DELETE ? request.image() : Optional.empty();
        List<Sight> seen = StreamSupport.stream(
                        json(response.body()).path("Images").spliterator(), false)
                .map(SimulatedAppStream::shown)
                .filter(sight -> one.isEmpty() || sight.image().equals(one))
                .toList();
        return seen.stream()
                .filter(sight -> !sight.foreign())
                .findFirst()
                .or(() -> seen.stream().findFirst())
                .orElse(Sight.GONE);
    }

    private static Sight shown(JsonNode image) {
        String state = image.path("State").asText();
        Instant created = Instant.ofEpochSecond(image.path("CreatedTime").longValue());
        return new Sight(
                state,
                state.equals("DELETING"),
                !image.path("Visibility").asText().equals("PRIVATE"),
                Optional.of(key(image.path("Name").asText(), created)));
    }

    /** What something in the service's place says need not be JSON. */
    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
