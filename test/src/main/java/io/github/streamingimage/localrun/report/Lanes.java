package io.github.streamingimage.localrun.report;

import io.github.streamingimage.localrun.history.EmulatedService;
import io.github.streamingimage.localrun.history.ImageAnswer;
import io.github.streamingimage.localrun.history.ImageHistory;
import io.github.streamingimage.localrun.history.ImageRequest;
import io.github.streamingimage.localrun.history.Run;
import io.github.streamingimage.localrun.history.Span;
import io.github.streamingimage.localrun.report.Lane.Mark;
import io.github.streamingimage.localrun.report.Lane.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the lanes of a run's timeline. */
final class Lanes {

    private Lanes() {}

    static Lane ofStack(Run run) {
        return new Lane("The stack", path(run.stack()) + ".", run.stack(), List.of());
    }

    static Lane of(ImageHistory image, EmulatedService service) {
        List<Mark> marks = new ArrayList<>();
        image.requests().forEach(request -> marks.add(new Mark(request.at(), sign(request), told(request, service))));
        image.interruptions()
                .forEach(each -> marks.add(new Mark(each.at(), Sign.INTERRUPTION, "Function: " + each.cause())));
        image.answers().forEach(answer -> marks.add(new Mark(answer.at(), sign(answer), told(answer))));
        return new Lane(image.id(), summary(image, service), image.states(), marks);
    }

    /** For example {@code DeleteStreamingImage: 409 ConflictException}. */
    static String told(ImageRequest request, EmulatedService service) {
        String name = request.isLook() ? "Look" : request.isDelete() ? service.delete() : request.operation();
        return name + ": " + request.told()
                + request.fault().map(fault -> " (scripted)").orElse("");
    }

    static String told(ImageAnswer answer) {
        return "Response to " + answer.requestType() + ": " + answer.status()
                + (answer.isSuccess() && !answer.outcome().isEmpty() ? " (" + answer.outcome() + ")" : "")
                + (answer.reason().isEmpty() ? "" : ": " + answer.reason());
    }

    private static String summary(ImageHistory image, EmulatedService service) {
        long deletes = image.requests().stream().filter(ImageRequest::isDelete).count();
        return path(image.states()) + ". Looks: " + image.looks() + ". " + service.delete() + " calls: " + deletes
                + ". Setbacks: " + image.setbacks() + ". "
                + image.deleteAnswer().map(Lanes::told).orElse("No response to DELETE") + ".";
    }

    private static String path(List<Span> spans) {
        return spans.stream()
                .map(span -> span.state() + " for " + Scale.seconds(span.length()))
                .collect(Collectors.joining(", then "));
    }

    private static Sign sign(ImageRequest request) {
        if (request.isSetback()) {
            return request.isLook() ? Sign.FAILED_LOOK : Sign.FAILED_CALL;
        }
        return request.isDelete() ? Sign.DELETE : Sign.LOOK;
    }

    private static Sign sign(ImageAnswer answer) {
        return answer.isSuccess() ? Sign.SUCCESS : Sign.FAILURE;
    }
}
