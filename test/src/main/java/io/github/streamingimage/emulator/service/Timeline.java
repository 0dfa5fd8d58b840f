package io.github.streamingimage.emulator.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The past, the present and the foreseeable future of one image, as steps in the order of time; never empty, and
 * before its first step the image is as in that step.
 */
record Timeline(List<Step> steps) {
    /** From this instant on the image is in this condition; without a condition it is gone. */
    record Step(Instant since, Optional<ImageCondition> condition) {
        Step {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(condition, "condition");
        }
    }

    Timeline {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps must not be empty");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).since().isBefore(steps.get(i - 1).since())) {
                throw new IllegalArgumentException("steps must be in the order of time: " + steps);
            }
        }
    }

    static Timeline startingWith(Instant since, ImageCondition condition) {
        return new Timeline(List.of(new Step(since, Optional.of(condition))));
    }

    /** What was foreseen for this instant or later is replaced by the condition. */
    Timeline then(Instant since, ImageCondition condition) {
        return append(new Step(since, Optional.of(condition)));
    }

    Timeline thenGone(Instant since) {
        return append(new Step(since, Optional.empty()));
    }

    private Timeline append(Step step) {
        List<Step> kept = new ArrayList<>(steps);
        kept.removeIf(known -> known.since().isAfter(step.since()));
        kept.add(step);
        return new Timeline(kept);
    }

    Optional<ImageCondition> at(Instant instant) {
        return steps.get(Math.max(0, count(instant) - 1)).condition();
    }

    /** How many steps have been taken by this instant. */
    int count(Instant instant) {
        return (int)
                steps.stream().takeWhile(step -> !step.since().isAfter(instant)).count();
    }
}
