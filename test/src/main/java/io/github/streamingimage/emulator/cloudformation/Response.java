package io.github.streamingimage.emulator.cloudformation;

import java.util.Map;

/**
 * What a function said about a request, as far as it could be read.
 *
 * @param status {@code SUCCESS} or {@code FAILED}
 * @param reason empty when there is none
 * @param physicalId empty when there is none
 * @param data the attributes
 */
public record Response(String status, String reason, String physicalId, Map<String, Object> data) {

    public Response {
        data = Map.copyOf(data);
    }

    /** Whether it says that what was asked for is done. */
    public boolean isSuccess() {
        return status.equals("SUCCESS");
    }
}
