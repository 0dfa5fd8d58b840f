package io.github.streamingimage;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.deletion.Decision.ImageView;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answers that decisions become: their PhysicalResourceId, Reason and attributes. */
final class Answers {

    /** Begins the id of a resource whose Create failed. It has no separator, so it never names an image. */
    private static final String NOT_ADOPTED = "not-adopted-";

    private Answers() {}

    static Answer succeeded(CustomResourceRequest request, ImageId image, Succeed succeed) {
        if (request.type() == RequestType.DELETE) {
            return deleted(request, succeed.outcome().name());
        }
        Map<String, String> attributes = attributes(image, succeed.image(), request.stackId());
        return new Answer(
                CustomResourceResponse.success(request.addressee(), image.physicalResourceId(), attributes),
                succeed.outcome().name());
    }

    /** SUCCESS for a Delete, which has no attributes. */
    static Answer deleted(CustomResourceRequest request, String outcome) {
        return new Answer(
                CustomResourceResponse.success(request.addressee(), request.physicalResourceId(), Map.of()), outcome);
    }

    static Answer failed(CustomResourceRequest request, FailureCode code, String detail) {
        return failed(request.addressee(), code, detail);
    }

    /** Repeats the id that the request gave; a Create has none yet and gets one that names no image. */
    static Answer failed(Addressee addressee, FailureCode code, String detail) {
        String physicalResourceId = addressee.physicalResourceId().isEmpty()
                ? NOT_ADOPTED + addressee.requestId().replaceAll("[^a-zA-Z0-9-]", "")
                : addressee.physicalResourceId();
        return new Answer(
                CustomResourceResponse.failed(addressee, physicalResourceId, code.reason(detail)), code.name());
    }

    /** All attributes, always: a GetAtt of one that is missing would fail the stack. */
    private static Map<String, String> attributes(ImageId image, ImageView view, String stackId) {
        ImageAttributes known = view.attributes();
        Map<String, String> data = new LinkedHashMap<>();
        data.put("Arn", known.arn().isEmpty() ? arn(image, stackId) : known.arn());
        data.put("Name", known.name());
        data.put("Ec2ImageId", known.ec2ImageId());
        data.put("Owner", known.owner());
        data.put("Platform", known.platform());
        data.put("State", view.state());
        data.put("StudioId", image.studioId());
        data.put("StreamingImageId", image.streamingImageId());
        return data;
    }

    /** The ARN of an image that the service does not show, from the stack's: {@code arn:partition:service:region:account:...}. */
    private static String arn(ImageId image, String stackId) {
        String[] stack = stackId.split(":", 6);
        return stack.length < 6
                ? ""
                : "arn:" + stack[1] + ":nimble:" + stack[3] + ":" + stack[4] + ":streaming-image/"
                        + image.streamingImageId();
    }
}
