package io.github.streamingimage;

import io.github.streamingimage.customresource.CustomResourceResponse;
import java.util.Objects;

/**
 * What a request is answered, and the word by which the log counts it.
 *
 * @param outcome the name of a failure code when the response is FAILED, of a success's outcome otherwise
 */
record Answer(CustomResourceResponse response, String outcome) {

    /** Of the last resort: a SUCCESS that was decided before and could not be delivered is sent again. */
    static final String SUCCESS_REPEATED = "SUCCESS_REPEATED";

    Answer {
        Objects.requireNonNull(response);
        Objects.requireNonNull(outcome);
    }
}
