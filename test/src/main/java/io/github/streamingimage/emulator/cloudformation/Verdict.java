package io.github.streamingimage.emulator.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What CloudFormation makes of a request in the end. */
sealed interface Verdict {

    /** The function did it. */
    record Succeeded(String physicalId, Map<String, Object> data) implements Verdict {
        @Override
        public <T> T match(Function<Succeeded, T> succeeded, Function<Failed, T> failed) {
            return succeeded.apply(this);
        }
    }

    /** It failed; {@code physicalId} is empty when no response gave one. */
    record Failed(String physicalId, String reason) implements Verdict {
        @Override
        public <T> T match(Function<Succeeded, T> succeeded, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }

    /** Applies the function for this kind of verdict. */
    <T> T match(Function<Succeeded, T> succeeded, Function<Failed, T> failed);

    /** The verdict on a usable response. */
    static Verdict of(Response response, String requestId) {
        if (response.isSuccess()) {
            return new Succeeded(response.physicalId(), response.data());
        }
        return new Failed(
                response.physicalId(),
                "Received response status [FAILED] from custom resource. Message returned: " + response.reason()
                        + " (RequestId: " + requestId + ")");
    }

    /** The verdict on a response that breaks the protocol beyond use. */
    static Verdict unusable(List<String> violations) {
        return new Failed("", "Invalid response from custom resource: " + String.join(" ", violations));
    }

    /** The verdict when ServiceTimeout is over. */
    static Verdict noResponse(String requestId) {
        return new Failed(
                "",
                "CloudFormation did not receive a response from your Custom Resource. "
                        + "Please check your logs for requestId [" + requestId + "].");
    }
}
