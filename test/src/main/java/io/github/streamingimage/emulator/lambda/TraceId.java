package io.github.streamingimage.emulator.lambda;

import java.time.Instant;

/** X-Ray trace headers of invocations that are not sampled: {@code Root=1-<seconds>-<24 hex>;Parent=<16 hex>;Sampled=0}. */
final class TraceId {

    private TraceId() {}

    static String of(String requestId, Instant now) {
        String hex = requestId.replace("-", "");
        return "Root=1-%08x-%s;Parent=%s;Sampled=0"
                .formatted(now.getEpochSecond(), hex.substring(0, 24), hex.substring(16, 32));
    }
}
