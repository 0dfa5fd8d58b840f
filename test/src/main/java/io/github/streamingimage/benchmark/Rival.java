package io.github.streamingimage.benchmark;

import java.time.Duration;

/**
 * A model of another way to wait for a deletion: after DeleteStreamingImage it looks at fixed intervals until the image is gone, or
 * it runs out of tries. Its calls and looks take no time, as those of the function in the same comparison.
 *
 * @param name who waits
 * @param first when it looks for the first time
 * @param interval between two looks
 * @param tries how many looks it takes before it gives up
 * @param manner what the model is taken from, and what becomes of the stack when the tries are used up
 */
record Rival(String name, Duration first, Duration interval, int tries, String manner) {

    static final Rival SDK_WAITER = new Rival(
            "the SDK's waiter",
            Duration.ZERO,
            Duration.ofSeconds(2),
            60,
            "StreamingImageDeleted of the AWS SDK: GetStreamingImage at once and then every 2 s, 60 tries. After the last it throws,"
                    + " and whoever called it answers FAILED. (That it takes no 404 for an end and gives up at one throttle is not"
                    + " held against it here.)");

    static final Rival CDK = new Rival(
            "CDK's provider framework",
            Duration.ZERO,
            Duration.ofSeconds(5),
            361,
            "isComplete of the CDK's custom-resource provider framework with its default settings: at once and then every"
                    + " 5 s (queryInterval) for 30 minutes (totalTimeout). Then the resource has FAILED.");

    static final Rival CLOUDFORMATION = new Rival(
            "CloudFormation's handler",
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1440,
            "the delete handler of CloudFormation's own resource type: called back every 5 s, for 2 hours at most.");

    static final Rival POLLER = new Rival(
            "a 2-minute poller",
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            30,
            "a state machine or schedule that looks every 2 minutes, for the hour that CloudFormation waits.");

    /** How one deletion goes: seconds by which the answer is late, infinite when it gives up before; and its calls. */
    record Wait(double late, int calls) {}

    /** @param deletion from its acceptance to its end */
    Wait on(Duration deletion) {
        long beyond = Math.max(0, deletion.minus(first).toMillis());
        long looks = 1 + (beyond + interval.toMillis() - 1) / interval.toMillis();
        if (looks > tries) {
            return new Wait(Double.POSITIVE_INFINITY, 1 + tries);
        }
        Duration seen = first.plus(interval.multipliedBy(looks - 1));
        return new Wait(Samples.seconds(seen.minus(deletion)), (int) (1 + looks));
    }
}
