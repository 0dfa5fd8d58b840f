package io.github.streamingimage;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Verdict;
import io.github.streamingimage.deletion.FailureCode;
import java.util.Map;

/** The responses that verdicts become: their PhysicalResourceId, Reason and attributes. */
final class Responses {

    /** Of the fallback function: a SUCCESS that was decided before and could not be delivered is sent again. */
    private static final String SUCCESS_REPEATED = "SUCCESS_REPEATED";

    /** Begins the id of a resource whose Create failed. It has no separator, so it never names an image. */
    private static final String NOT_ADOPTED = "not-adopted-";

    private Responses() {}

    static CustomResourceResponse of(CustomResourceRequest request, Verdict verdict) {
        if (verdict instanceof Fail fail) {
            FailureCode code = fail.code();
            String adviceToDelete = fail.progress().isOfCleanUp() ? code.adviceInCleanUp() : code.advice();
            return failed(
                    request.addressee(),
                    code,
                    fail.detail(),
                    request.type() == RequestType.DELETE ? adviceToDelete : code.adviceOtherwise());
        }
        Succeed succeed = (Succeed) verdict;
        return request.type() == RequestType.DELETE
                ? deleted(request, succeed.outcome().name())
                : CustomResourceResponse.success(
                        request.addressee(),
                        succeed.physicalResourceId(),
                        succeed.attributes(),
                        succeed.outcome().name());
    }

    /** SUCCESS for a Delete once more. */
    static CustomResourceResponse deletedAsDecided(CustomResourceRequest request) {
        return deleted(request, SUCCESS_REPEATED);
    }

    static CustomResourceResponse failed(Addressee addressee, FailureCode code, String detail) {
        return failed(addressee, code, detail, code.advice());
    }

    /** Repeats the id that the request gave; a Create has none yet and gets one that names no image. */
    private static CustomResourceResponse failed(Addressee addressee, FailureCode code, String detail, String advice) {
        String physicalResourceId = addressee.physicalResourceId().isEmpty()
                ? NOT_ADOPTED + addressee.requestId().replaceAll("[^a-zA-Z0-9-]", "")
                : addressee.physicalResourceId();
        return CustomResourceResponse.failed(addressee, physicalResourceId, code.name(), detail, advice);
    }

    /** A Delete has no attributes, and its id stays. */
    private static CustomResourceResponse deleted(CustomResourceRequest request, String outcome) {
        return CustomResourceResponse.success(request.addressee(), request.physicalResourceId(), Map.of(), outcome);
    }
}
