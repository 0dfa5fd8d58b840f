package io.github.streamingimage.emulator.nimblestudio;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How an answer reaches the client.
 *
 * @param answer empty for a connection that is closed without one
 * @param pause how long nothing at all is sent
 * @param spread over how long the body is sent, byte by byte; zero for at once
 */
record Delivery(Optional<Answer> answer, Duration pause, Duration spread) {
    Delivery {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(spread, "spread");
    }

    static Delivery of(Answer answer) {
        return new Delivery(Optional.of(answer), Duration.ZERO, Duration.ZERO);
    }

    static Delivery of(Reaction reaction) {
        Optional<Answer> usual = reaction.outcome().map(Answer::of);
        Delivery undisturbed = new Delivery(usual, Duration.ZERO, Duration.ZERO);
        return reaction.fault()
                .map(fault -> fault.match(new Spoiling(undisturbed)))
                .orElse(undisturbed);
    }

    private record Spoiling(Delivery usual) implements Fault.Cases<Delivery> {
        @Override
        public Delivery error(Fault.Error fault) {
            return usual;
        }

        @Override
        public Delivery rawAnswer(Fault.RawAnswer fault) {
            return Delivery.of(Answer.of(fault));
        }

        @Override
        public Delivery dropped() {
            return new Delivery(Optional.empty(), Duration.ZERO, Duration.ZERO);
        }

        @Override
        public Delivery lostReply() {
            return dropped();
        }

        @Override
        public Delivery truncated() {
            return new Delivery(usual.answer().map(Answer::halved), Duration.ZERO, Duration.ZERO);
        }

        @Override
        public Delivery stall(Fault.Stall fault) {
            return new Delivery(usual.answer(), fault.duration(), Duration.ZERO);
        }

        @Override
        public Delivery slowDrip(Fault.SlowDrip fault) {
            return new Delivery(usual.answer(), Duration.ZERO, fault.duration());
        }
    }
}
