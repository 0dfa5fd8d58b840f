package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.emulator.nimblestudio.Call;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.ImageState;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StatusCode;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.nimble.NimbleStudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nimble Studio: one studio, and what can be strange about an image of it. */
final class SimulatedNimbleStudio implements SimulatedService {

    private static final String STUDIO = "studio-1";
    private static final Pattern PHYSICAL_RESOURCE_ID = Pattern.compile("([\\w-]{1,64})\\|([\\w-]{1,22})");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final StreamingImages images;
    private final NimbleStudioWire wire;

    SimulatedNimbleStudio(World world) {
        this.world = world;
        images = new StreamingImages(world.agenda(), World.REGION, World.ACCOUNT);
        wire = new NimbleStudioWire(images);
    }

    @Override
    public StreamingImages model() {
        return images;
    }

    @Override
    public ImageService adapter(AwsApi api) {
        return new NimbleStudio(api);
    }

    @Override
    public boolean isRetirable() {
        return true;
    }

    @Override
    public ImageKey named(String id) {
        return key(STUDIO, id);
    }

    private static ImageKey key(String studioId, String id) {
        return new ImageKey(id, studioId + ImageKey.SEPARATOR + id);
    }

    @Override
    public void add(String id, ImagePlan plan) {
        images.add(STUDIO, script(id, plan));
        if (world.strikes(Fault.SOMEBODY_UPDATES)) {
            Call update = new Call.Update(STUDIO, id, Optional.empty(), Optional.of("renamed"), Optional.empty());
            world.lives().sometime("updates " + id, () -> images.handle(update));
        }
    }

    private ImageScript script(String id, ImagePlan plan) {
        Chance chance = world.chance();
        ImageScript script = ImageScript.ready(id)
                .deletionTakes(plan.deletion())
                .updateTakes(chance.between(Duration.ofMillis(200), Duration.ofMinutes(2)))
                .staleReadsFor(plan.staleReads());
        if (plan.strange()) {
            script = strange(script);
        }
        if (chance.of(0.5)) {
            script = script.showsDeletedFor(chance.of(0.5) ? Duration.ZERO : chance.seconds(0, 5));
        }
        if (plan.failures() > 0) {
            StatusCode code = chance.oneOf(List.of(StatusCode.INTERNAL_ERROR, StatusCode.ACCESS_DENIED));
            script = script.deletionFails(plan.failures(), code, "Ünfit. ".repeat(chance.between(1, 900)));
        }
        return plan.endless() ? script.neverDeletes() : script;
    }

    private ImageScript strange(ImageScript script) {
        Chance chance = world.chance();
        Duration lasts = chance.between(Duration.ofSeconds(1), Duration.ofMinutes(20));
        return switch (chance.between(1, 7)) {
            case 1 -> script.startsIn(ImageState.CREATE_IN_PROGRESS, lasts, ImageState.CREATE_FAILED);
            case 2 -> script.startsIn(ImageState.UPDATE_IN_PROGRESS, lasts, ImageState.UPDATE_FAILED);
            case 3 -> script.startsIn(ImageState.DELETE_IN_PROGRESS, lasts, ImageState.READY);
            case 4 -> script.startsIn(ImageState.DELETE_FAILED);
            case 5 -> script.startsInUnknown("SHARE_IN_PROGRESS", lasts);
            case 6 -> script.ownedByAmazon();
            default -> script.startsIn(ImageState.CREATE_IN_PROGRESS, lasts);
        };
    }

    @Override
    public void deletedBySomebody(String id) {
        images.handle(new Call.Delete(STUDIO, id, Optional.of("somebody-" + id)));
    }

    @Override
    public boolean isGone(ImageKey image) {
        return !image.equals(named(image.id()))
                || images.state(STUDIO, image.id())
                        .map(ImageState.DELETED.name()::equals)
                        .orElse(true);
    }

    @Override
    public Optional<ImageKey> identified(String physicalResourceId) {
        Matcher parts = PHYSICAL_RESOURCE_ID.matcher(physicalResourceId);
        return parts.matches() ? Optional.of(key(parts.group(1), parts.group(2))) : Optional.empty();
    }

    @Override
    public Map<String, String> properties(ImageKey image) {
        return Map.of("StudioId", STUDIO, "StreamingImageId", image.id());
    }

    @Override
    public ImageKey named(JsonNode properties) {
        return key(
                properties.path("StudioId").asText(),
                properties.path("StreamingImageId").asText());
    }

    @Override
    public int attributes() {
        return 8;
    }

    @Override
    public WireResponse serve(ReceivedRequest request) {
        return wire.handle(request).response().orElseThrow();
    }

    /** {@code DELETE /2020-08-01/studios/<studio>/streaming-images/<image>} */
    @Override
    public Optional<ImageKey> target(ServiceRequest request) {
        String[] path = request.path().split("/");
        return request.method().equals("DELETE") ? Optional.of(key(path[3], path[5])) : Optional.empty();
    }

    @Override
    public ServiceResponse error(int status, String type, String message) {
        return new ServiceResponse(
                status, type, ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String errorType(ServiceResponse response) {
        return response.errorType();
    }

    @Override
    public Sight sight(ServiceResponse response, Request request) {
        if (response.status() == 404 && response.errorType().equals("ResourceNotFoundException")) {
            return Sight.GONE;
        }
        if (response.status() != 200) {
            return Sight.NOTHING;
        }
        try {
            JsonNode image = JSON.readTree(response.body()).path("streamingImage");
            String state = image.path("state").asText();
            return switch (state) {
                case "" -> Sight.NOTHING;
                case "DELETED" -> Sight.GONE;
                default ->
                    new Sight(
                            state,
                            state.equals("DELETE_IN_PROGRESS"),
                            image.path("owner").asText().equals("AMAZON"),
                            Optional.of(named(image.path("streamingImageId").asText())));
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the service model writes JSON", e);
        }
    }
}
