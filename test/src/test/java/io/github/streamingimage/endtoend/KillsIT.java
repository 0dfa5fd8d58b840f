package io.github.streamingimage.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.appstream.AppStreamImageScript;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.ResourceDeclaration;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.lambda.AsynchronousInvocation;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Kills the function's process (SIGKILL) once for each of 50 images, at a random moment of the work on its Delete, and expects every
 * image deleted all the same.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillsIT {

    private static final long SEED = 20261124;
    private static final int INLINE = 18;
    private static final int DURABLE = 7;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Path COUNTS = Path.of("target", "kills-survived.txt");

    /** What is logged in an invocation that deletes; the moment of a kill is one of these lines. */
    private static final Pattern WORKING = Pattern.compile(
            "\"event\":\"(?:received|observed|decided|handedOver)\",\"requestType\":\"DELETE\".*\"logicalResourceId\":\"(\\w+)\"");

    /** A service, as far as a stack of its images needs it. */
    private enum Images {
        NIMBLE_STUDIO(EmulatedRegion.functionConfiguration()) {
            @Override
            ResourceDeclaration add(EmulatedRegion region, String id, Duration deletion) {
                region.images().add("studio-1", ImageScript.ready(id).deletionTakes(deletion));
                return CustomResource.of(Map.of("StudioId", "studio-1", "StreamingImageId", id));
            }

            @Override
            boolean isGone(EmulatedRegion region, String id) {
                return region.images().state("studio-1", id).equals(Optional.of("DELETED"));
            }
        },
        APPSTREAM(EmulatedRegion.appStreamFunctionConfiguration()) {
            @Override
            ResourceDeclaration add(EmulatedRegion region, String id, Duration deletion) {
                region.appStreamImages().add(AppStreamImageScript.available(id).deletionTakes(deletion));
                return CustomResource.of(Map.of("ImageName", id));
            }

            @Override
            boolean isGone(EmulatedRegion region, String id) {
                return region.appStreamImages().state(id).isEmpty();
            }
        };

        private final FunctionConfiguration configuration;

        Images(FunctionConfiguration configuration) {
            this.configuration = configuration
                    .withTimeout(Duration.ofSeconds(120))
                    .withReservedConcurrency(4)
                    .withAsynchronous(AsynchronousInvocation.retryingAfter(Duration.ofMillis(500)));
        }

        /** Makes an image, and what declares it. */
        abstract ResourceDeclaration add(EmulatedRegion region, String id, Duration deletion);

        abstract boolean isGone(EmulatedRegion region, String id);
    }

    @Test
    void everyImageIsDeletedThoughTheFunctionIsKilledForEachOfThem() throws IOException {
        int inline = 0;
        int durable = 0;
        for (Images images : Images.values()) {
            Killer killer = new Killer(SEED);
            try (EmulatedRegion region = EmulatedRegion.start(images.configuration, killer)) {
                deleteStackOf(images, INLINE, region, killer);
            }
            inline += killer.killed.size();
            Killer other = new Killer(SEED + 1);
            try (EmulatedRegion region =
                    EmulatedRegion.start(images.configuration, DeployedStateMachine.read(), other)) {
                deleteStackOf(images, DURABLE, region, other);
            }
            durable += other.killed.size();
        }
        Files.writeString(
                COUNTS,
                "%d kills during inline waits, %d during durable waits, half of each with either service, all survived%n"
                        .formatted(inline, durable));
    }

    private static void deleteStackOf(Images images, int count, EmulatedRegion region, Killer killer) {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        for (int i = 1; i <= count; i++) {
            Duration deletion = Duration.ofMillis(random.nextInt(1000, 5000));
            resources.put("Image" + i, images.add(region, "image-" + i, deletion));
        }
        StackTemplate template = new StackTemplate(resources);
        assertThat(region.cloudFormation().createStack("images", template).await(LONG))
                .isEqualTo(StackStatus.CREATE_COMPLETE);
        killer.target = region.function();
        StackStatus status = region.cloudFormation().deleteStack("images").await(LONG);
        region.close();
        assertThat(status).as("%s, seed %d", images, SEED).isEqualTo(StackStatus.DELETE_COMPLETE);
        for (int i = 1; i <= count; i++) {
            assertThat(images.isGone(region, "image-" + i))
                    .as("%s, seed %d, image-%d is gone", images, SEED, i)
                    .isTrue();
        }
        assertThat(killer.killed)
                .as("images whose process was killed, %s, seed %d", images, SEED)
                .hasSize(count);
        assertThat(region.cloudFormation().violations()).isEmpty();
        assertThat(region.leaks()).isEmpty();
    }

    /** Kills the process that works on an image once, at one of the first few lines that it logs. */
    private static final class Killer implements RegionListener {
        private final SplittableRandom random;
        private final Map<String, Integer> countdown = new ConcurrentHashMap<>();
        private final Set<String> killed = ConcurrentHashMap.newKeySet();
        private volatile LambdaFunction target;

        Killer(long seed) {
            random = new SplittableRandom(seed);
        }

        @Override
        public void functionEvent(FunctionEvent event) {
            if (target == null || !(event instanceof FunctionEvent.Logged logged)) {
                return;
            }
            Matcher working = WORKING.matcher(logged.line());
            if (working.find() && isTheMoment(working.group(1)) && target.kill(logged.requestId())) {
                killed.add(working.group(1));
            }
        }

        private synchronized boolean isTheMoment(String logicalId) {
            int left = countdown.computeIfAbsent(logicalId, unused -> random.nextInt(1, 8)) - 1;
            countdown.put(logicalId, left);
            return left <= 0 && !killed.contains(logicalId);
        }
    }
}
