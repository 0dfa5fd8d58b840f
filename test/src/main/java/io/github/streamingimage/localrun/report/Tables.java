package io.github.streamingimage.localrun.report;

import io.github.streamingimage.localrun.history.ImageAnswer;
import io.github.streamingimage.localrun.history.ImageHistory;
import io.github.streamingimage.localrun.history.Run;
import io.github.streamingimage.localrun.history.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The facts of the timeline in words: a table of all images, and for the stack and each image a table of what happened. */
record Tables(Run run, Markup page) {

    private record Moment(Duration at, String told) {}

    void write() {
        page.open("section", "aria-labelledby", "images").element("h2", "Images", "id", "images");
        page.open("table").open("thead").open("tr");
        for (String heading : List.of("Image", "State", "Response", "After", "Looks", "Setbacks")) {
            page.element("th", heading, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody").newline();
        run.images().forEach(this::row);
        page.close("tbody").close("table").close("section").newline();

        page.open("section", "aria-labelledby", "events").element("h2", "What happened", "id", "events");
        details("The stack", moments(run.stack()));
        run.images().forEach(image -> details(image.id(), moments(image)));
        page.close("section").newline();
    }

    private void row(ImageHistory image) {
        page.open("tr").element("th", image.id(), "scope", "row");
        page.open("td").breakable(image.finalState()).close("td");
        page.open("td", "class", image.isDeleted() ? "good" : "bad");
        page.sign(image.isDeleted() ? Lane.Sign.SUCCESS : Lane.Sign.FAILURE);
        page.text(image.deleteAnswer().map(ImageAnswer::status).orElse("none")).close("td");
        page.element(
                "td",
                image.deleteAnswer().map(answer -> Scale.briefly(answer.took())).orElse("–"));
        page.element("td", image.looks())
                .element("td", image.setbacks())
                .close("tr")
                .newline();
        image.deleteAnswer()
                .map(ImageAnswer::reason)
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> page.open("tr", "class", "reason")
                        .element("td", reason, "colspan", 6)
                        .close("tr"));
    }

    private void details(String name, List<Moment> moments) {
        page.open("details").element("summary", name + " (" + moments.size() + ")");
        page.open("table").open("thead").open("tr");
        page.element("th", "At", "scope", "col").element("th", "What happened", "scope", "col");
        page.close("tr").close("thead").open("tbody").newline();
        for (Moment moment : moments) {
            page.open("tr").element("td", Scale.seconds(moment.at())).element("td", moment.told());
            page.close("tr").newline();
        }
        page.close("tbody").close("table").close("details").newline();
    }

    private static List<Moment> moments(List<Span> spans) {
        return spans.stream()
                .map(span -> new Moment(span.from(), span.state() + " for " + Scale.seconds(span.length())))
                .toList();
    }

    private List<Moment> moments(ImageHistory image) {
        List<Moment> moments = new ArrayList<>(moments(image.states()));
        Lanes.of(image, run.parameters().service())
                .marks()
                .forEach(mark -> moments.add(new Moment(mark.at(), mark.told())));
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }
}
