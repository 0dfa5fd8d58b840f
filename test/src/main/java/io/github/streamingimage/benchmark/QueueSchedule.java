package io.github.streamingimage.benchmark;

import io.github.streamingimage.benchmark.QueueModel.Request;

/**
 * A schedule for the model of requests under a rate limit.
 *
 * @param looksBeforeEachDelete whether a DeleteStreamingImage that was throttled is looked for anew
 * @param turn before a throttled call is tried again that comes before the acceptance of DeleteStreamingImage
 * @param firstLook after the acceptance
 * @param look after an answered look
 * @param lookAgain after a throttled look
 */
record QueueSchedule(
        String name, boolean looksBeforeEachDelete, Delay turn, Delay firstLook, Delay look, Delay lookAgain) {

    /** A delay in seconds. */
    @FunctionalInterface
    interface Delay {
        /**
         * @param now seconds since the beginning
         * @param chance 0 to 1
         */
        double of(Request request, double now, double chance);
    }

    /** The one that was chosen, as the model sees it. */
    static final QueueSchedule CHOSEN = new QueueSchedule(
            "chosen",
            false,
            (request, now, chance) -> Math.max(1, age(request, now) / 80) * (0.4 + 1.8 * chance * chance),
            part(4 / 7.0, 7, 0.03),
            part(1 / 7.0, 7, 0.03),
            part(1 / 5.0, 7, 0.03));

    /** The usual backoff: doubling with each throttle in a row, full jitter, forgotten at the first answer. */
    static QueueSchedule doubling(String name, boolean looksBeforeEachDelete, double longest) {
        Delay backoff = (request, now, chance) ->
                Math.min(longest, poll(request, now, longest, 0.5) * Math.pow(2, request.setbacks)) * chance;
        Delay poll = (request, now, chance) -> poll(request, now, longest, chance);
        return new QueueSchedule(name, looksBeforeEachDelete, backoff, poll, poll, backoff);
    }

    QueueSchedule named(String other) {
        return new QueueSchedule(other, looksBeforeEachDelete, turn, firstLook, look, lookAgain);
    }

    QueueSchedule withTurn(Delay other) {
        return new QueueSchedule(name, looksBeforeEachDelete, other, firstLook, look, lookAgain);
    }

    QueueSchedule withLooks(Delay first, Delay next, Delay again) {
        return new QueueSchedule(name, looksBeforeEachDelete, turn, first, next, again);
    }

    QueueSchedule lookingBeforeEachDelete() {
        return new QueueSchedule(name, true, turn, firstLook, look, lookAgain);
    }

    /** A part of the time for which the request has been throttled, or the schedule of calm times when that is longer. */
    static Delay part(double part, double shortest, double jitter) {
        return (request, now, chance) -> request.throttledSince < 0
                ? poll(request, now, 45, chance)
                : Math.max(
                        poll(request, now, 45, chance),
                        Math.max(shortest, age(request, now) * part) * (1 + jitter * (2 * chance - 1)));
    }

    static double age(Request request, double now) {
        return now - request.throttledSince;
    }

    private static double poll(Request request, double now, double longest, double chance) {
        double waited = request.acceptedAt < 0 ? 0 : now - request.acceptedAt;
        return Math.max(1, Math.min(longest, waited / 10 * (1 - 0.1 * chance)));
    }
}
