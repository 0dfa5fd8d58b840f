package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;

/** How an action on one resource ended; either way the resource has a physical id then. */
sealed interface ResourceResult {

    String physicalId();

    record Done(String physicalId, Map<String, Object> data) implements ResourceResult {}

    record Failed(String physicalId, String reason) implements ResourceResult {}
}
