package io.github.streamingimage.benchmark;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A model of requests under a rate limit that knows nothing but their delays, small and quick enough to try schedules that the
 * function does not have. Requests are in the hands of the state machine: their waits are whole seconds.
 */
final class QueueModel {

    private static final double CALL = 0.05;

    private final QueueSchedule schedule;
    private final double deletion;
    private final SplittableRandom random;
    private final PriorityQueue<Call> calls = new PriorityQueue<>(Comparator.comparingDouble(Call::at));
    private double tokens = ScaleTrial.LIMIT.burst();
    private double filled;
    private long throttled;

    /** The next call of a request. */
    private record Call(double at, boolean deletes, Request request) {}

    /** What a request remembers; times in seconds since the beginning, negative when not yet. */
    static final class Request {
        double throttledSince = -1;
        double throttledLast = -1;
        double acceptedAt = -1;
        int setbacks;
    }

    /**
     * What came of a run.
     *
     * @param ratio of the total to the floor
     * @param throttled calls per image
     */
    record Result(double ratio, double throttled) {}

    private QueueModel(QueueSchedule schedule, Duration deletion, long seed) {
        this.schedule = schedule;
        this.deletion = Samples.seconds(deletion);
        random = new SplittableRandom(seed);
    }

    static Result run(QueueSchedule schedule, int images, Duration deletion, long seed) {
        QueueModel model = new QueueModel(schedule, deletion, seed);
        double total = model.run(images);
        return new Result(total / ScaleTrial.floor(images, deletion), model.throttled / (double) images);
    }

    private double run(int images) {
        for (int i = 0; i < images; i++) {
            calls.add(new Call(CALL + random.nextDouble() / 2, false, new Request()));
        }
        double end = 0;
        while (!calls.isEmpty()) {
            end = calls.peek().at();
            answer(calls.poll());
        }
        return end;
    }

    private void answer(Call call) {
        Request request = call.request();
        double now = call.at();
        if (!take(now)) {
            throttled++;
            request.setbacks++;
            request.throttledSince = request.throttledSince < 0 || isOver(request, now) ? now : request.throttledSince;
            request.throttledLast = now;
            boolean look = request.acceptedAt >= 0 || schedule.looksBeforeEachDelete();
            double delay = request.acceptedAt < 0
                    ? schedule.turn().of(request, now, random.nextDouble())
                    : schedule.lookAgain().of(request, now, random.nextDouble());
            again(now, delay, !look && call.deletes(), request);
        } else if (call.deletes()) {
            request.acceptedAt = now;
            request.setbacks = 0;
            again(now, schedule.firstLook().of(calm(request, now), now, random.nextDouble()), false, request);
        } else if (request.acceptedAt < 0) {
            calls.add(new Call(now + 2 * CALL, true, request));
        } else if (now < request.acceptedAt + deletion) {
            request.setbacks = 0;
            again(now, schedule.look().of(calm(request, now), now, random.nextDouble()), false, request);
        }
    }

    private static Request calm(Request request, double now) {
        if (isOver(request, now)) {
            request.throttledSince = -1;
        }
        return request;
    }

    private static boolean isOver(Request request, double now) {
        return request.throttledSince >= 0
                && now - request.throttledLast > Math.max(30, request.throttledLast - request.throttledSince);
    }

    private void again(double now, double delay, boolean deletes, Request request) {
        double transitions = 0.06 + 0.12 * random.nextDouble();
        calls.add(new Call(now + Math.max(1, Math.floor(delay)) + transitions + CALL, deletes, request));
    }

    private boolean take(double now) {
        tokens = Math.min(ScaleTrial.LIMIT.burst(), tokens + (now - filled) * ScaleTrial.LIMIT.requestsPerSecond());
        filled = now;
        boolean taken = tokens >= 1;
        tokens -= taken ? 1 : 0;
        return taken;
    }
}
