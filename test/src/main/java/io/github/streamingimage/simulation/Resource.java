package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * A resource of the template, as it is, or as it is to be.
 *
 * @param physicalResourceId what it is called; empty before its Create was answered
 */
record Resource(String logicalId, Optional<String> physicalResourceId, Request.Wanted wanted, Duration timeout) {

    Resource called(String physicalResourceId) {
        return new Resource(logicalId, Optional.of(physicalResourceId), wanted, timeout);
    }

    Resource wanting(Request.Wanted newWanted) {
        return new Resource(logicalId, physicalResourceId, newWanted, timeout);
    }

    /** What CloudFormation calls a resource whose Create it has no answer to. */
    Resource calledByCloudFormation() {
        return called("stack-" + logicalId + "-1ABCDEFGHIJKL");
    }
}
