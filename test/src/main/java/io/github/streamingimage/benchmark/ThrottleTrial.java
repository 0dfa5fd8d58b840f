package io.github.streamingimage.benchmark;

import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.Services;
import io.github.streamingimage.emulator.appstream.AppStreamError;
import io.github.streamingimage.emulator.appstream.AppStreamOperation;
import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.Operation;
import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.ServiceOperation;
import io.github.streamingimage.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/**
 * Deletions of one image of which one call is throttled, and no other: the function over HTTP, on a clock that its sleep moves.
 *
 * @param about how long the deletions take, more or less, so that no schedule's looks fall on their ends
 */
record ThrottleTrial(MeasuredService service, Throttled throttled, Duration about) {

    /** The call that is throttled. */
    enum Throttled {
        NONE("none"),
        FIRST_LOOK("the first look"),
        DELETION("the deletion"),
        LOOK_AFTER_DELETION("the first look after the deletion");

        private final String text;

        Throttled(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Time that passes only while the function sleeps. */
    private static final class SleptTime implements Time, InstantSource {
        /** Begins at the real time, by which signatures are verified. */
        private Instant now = Instant.now();

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public synchronized void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }

    /** Seconds as {@link #late} tells them, of each call that can be throttled and of none, in their order. */
    static Map<Throttled, Samples> all(MeasuredService service, Duration about, int seeds) {
        Map<Throttled, Samples> late = new EnumMap<>(Throttled.class);
        for (Throttled throttled : Throttled.values()) {
            late.put(throttled, new ThrottleTrial(service, throttled, about).late(seeds));
        }
        return late;
    }

    /** Seconds that each request takes longer than its deletion, had that begun at once. */
    private Samples late(int seeds) {
        return new Samples(LongStream.rangeClosed(1, seeds).mapToObj(this::late).toList());
    }

    private double late(long seed) {
        Duration deletion = WaitingTrial.vary(about, seed);
        SleptTime time = new SleptTime();
        Instant begin = time.now();
        AtomicReference<Instant> responded = new AtomicReference<>();
        HttpServer stacks = PassAnswers.serve();
        try (EmulatedImages images = EmulatedImages.start(service, time, List.of(DeleteRequest.IMAGE), deletion)) {
            images.model().addListener(new ServiceListener() {
                @Override
                public void requestDecided(RequestEntry entry) {
                    if (entry.operation().equals(Optional.of(delete()))
                            && entry.errorType().isEmpty()) {
                        throttle(images, Throttled.LOOK_AFTER_DELETION, look());
                    }
                }
            });
            throttle(images, Throttled.FIRST_LOOK, look());
            throttle(images, Throttled.DELETION, delete());
            Services services = RealServices.of(
                    service,
                    images.endpoint(),
                    PassAnswers.url(stacks),
                    Optional.empty(),
                    (url, body) -> {
                        responded.set(time.now());
                        return 200;
                    },
                    time,
                    seed);
            new RealFunction(services).invoke(new DeleteRequest(service, time.now()).event());
            return Samples.seconds(Duration.between(begin.plus(deletion), responded.get()));
        } finally {
            stacks.stop(0);
        }
    }

    private void throttle(EmulatedImages images, Throttled call, ServiceOperation operation) {
        if (throttled == call) {
            images.model()
                    .inject(FaultScript.on(
                            operation,
                            new ServiceFault.Error(
                                    isNimbleStudio() ? ErrorType.THROTTLING : AppStreamError.THROTTLING,
                                    "Rate exceeded")));
        }
    }

    private ServiceOperation look() {
        return isNimbleStudio() ? Operation.GET : AppStreamOperation.DESCRIBE_IMAGES;
    }

    private ServiceOperation delete() {
        return isNimbleStudio() ? Operation.DELETE : AppStreamOperation.DELETE_IMAGE;
    }

    private boolean isNimbleStudio() {
        return service == MeasuredService.NIMBLE_STUDIO;
    }
}
