package io.github.streamingimage.localrun.report;

import io.github.streamingimage.localrun.history.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The picture of one subject over time: its states as bands; above them what was done to it, below them how it was looked at.
 *
 * @param name as people know it
 * @param told the picture in words
 */
record Lane(String name, String told, List<Span> bands, List<Mark> marks) {

    private static final int HEIGHT = 54;
    private static final int BAND_TOP = 20;
    private static final int BAND_HEIGHT = 20;

    /** The signs of the marks; {@link #id()} is what the page's definitions call them. */
    enum Sign {
        LOOK(47),
        FAILED_LOOK(47),
        DELETE(10),
        FAILED_CALL(10),
        INTERRUPTION(47),
        SUCCESS(10),
        FAILURE(10);

        private final int middle;

        Sign(int middle) {
            this.middle = middle;
        }

        String id() {
            return "sign-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Something that happened at one moment. */
    record Mark(Duration at, Sign sign, String told) {}

    Lane {
        bands = List.copyOf(bands);
        marks = List.copyOf(marks);
    }

    /** @param id unique on the page */
    void draw(Markup page, Scale scale, String id) {
        page.open(
                "svg",
                "class",
                "lane",
                "height",
                HEIGHT,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        page.element("title", name, "id", id + "-title");
        page.element("desc", told, "id", id + "-desc");
        grid(page, scale, HEIGHT);
        bands.forEach(band -> band(page, scale, band));
        // The latest on top; looks first, since they are many.
        List<Mark> inOrder = new ArrayList<>(marks);
        inOrder.sort(Comparator.comparing(Mark::sign));
        inOrder.forEach(mark -> mark(page, scale, mark));
        page.close("svg").newline();
    }

    static void grid(Markup page, Scale scale, int height) {
        for (Duration tick : scale.ticks()) {
            String x = scale.percent(tick);
            page.open("line", "class", "grid", "x1", x, "x2", x, "y1", 0, "y2", height)
                    .close("line");
        }
    }

    private static void band(Markup page, Scale scale, Span span) {
        String kind = span.kind().label();
        Object[] place = {
            "x", scale.percent(span.from()), "y", BAND_TOP, "width", scale.percent(span.length()), "height", BAND_HEIGHT
        };
        page.open("g", "class", "band " + kind);
        page.element(
                "title",
                span.state() + " from " + Scale.seconds(span.from()) + " to " + Scale.seconds(span.until()) + ", "
                        + Scale.seconds(span.length()));
        page.open("rect", with(place, "class", "fill")).close("rect");
        page.open("rect", with(place, "fill", "url(#pattern-" + kind + ")")).close("rect");
        page.open("foreignObject", place);
        page.open("div", "class", "label").element("span", span.state()).close("div");
        page.close("foreignObject").close("g");
    }

    private static void mark(Markup page, Scale scale, Mark mark) {
        page.open("svg", "class", "mark", "x", scale.percent(mark.at()), "y", mark.sign().middle);
        page.element("title", mark.told() + ", " + Scale.seconds(mark.at()));
        page.open("use", "href", "#" + mark.sign().id()).close("use").close("svg");
    }

    private static Object[] with(Object[] attributes, Object... more) {
        List<Object> all = new ArrayList<>(List.of(attributes));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
