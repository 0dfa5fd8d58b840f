package io.github.streamingimage.emulator.cloudformation;

import java.util.List;
import java.util.Map;

/** What CloudFormation makes of a request in the end. */
sealed interface Verdict {

    /** The function did it. */
    record Succeeded(String physicalId, Map<String, Object> data) implements Verdict {}

    /** It failed; {@code physicalId} is empty when no answer gave one. */
    record Failed(String physicalId, String reason) implements Verdict {}

    /** The verdict on a usable answer. */
    static Verdict of(Answer answer, String requestId) {
        if (answer.isSuccess()) {
            return new Succeeded(answer.physicalId(), answer.data());
        }
        return new Failed(
                answer.physicalId(),
                "Received response status [FAILED] from custom resource. Message returned: " + answer.reason()
                        + " (RequestId: " + requestId + ")");
    }

    /** The verdict on an answer that breaks the protocol beyond use. */
    static Verdict unusable(List<String> violations) {
        return new Failed("", "Invalid response from custom resource: " + String.join(" ", violations));
    }

    /** The verdict when ServiceTimeout is over. */
    static Verdict noAnswer(String requestId) {
        return new Failed(
                "",
                "CloudFormation did not receive a response from your Custom Resource. "
                        + "Please check your logs for requestId [" + requestId + "].");
    }
}
