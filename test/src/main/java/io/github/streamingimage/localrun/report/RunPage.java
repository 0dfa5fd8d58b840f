package io.github.streamingimage.localrun.report;

import io.github.streamingimage.localrun.history.ImageHistory;
import io.github.streamingimage.localrun.history.Parameters;
import io.github.streamingimage.localrun.history.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A run as one HTML page that needs nothing else: no network, no script. It follows the reader's choice of light or dark, tells
 * nothing by colour alone, and says in tables all that its pictures show.
 */
public final class RunPage {

    private static final int AXIS_HEIGHT = 22;

    private final Run run;
    private final Scale scale;
    private final Markup page = new Markup();

    private RunPage(Run run) {
        this.run = run;
        this.scale = new Scale(run.took().toMillis() < 1 ? Duration.ofMillis(1) : run.took());
    }

    /** The page, in UTF-8 when it is written. */
    public static String of(Run run) {
        return new RunPage(run).write();
    }

    private String write() {
        page.raw("<!doctype html>\n").open("html", "lang", "en").open("head");
        page.open("meta", "charset", "utf-8");
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "name", "color-scheme", "content", "light dark");
        page.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        page.element("title", headline() + " – local run of streaming-image-deletion");
        page.open("style")
                .raw(resource("page.css"))
                .close("style")
                .close("head")
                .newline();
        page.open("body").raw(resource("signs.svg")).open("main").newline();
        heading();
        timeline();
        new Tables(run, page).write();
        page.close("main").close("body").close("html").newline();
        return page.toString();
    }

    private void heading() {
        page.open("header");
        page.element("p", "streaming-image-deletion · local run", "class", "kicker");
        page.element("h1", headline());
        page.open("p", "class", run.endedWell() ? "verdict good" : "verdict bad");
        page.sign(run.endedWell() ? Lane.Sign.SUCCESS : Lane.Sign.FAILURE);
        page.text(run.verdict()).close("p");
        if (run.problems().size() > 1) {
            page.open("ul", "class", "problems");
            run.problems().forEach(problem -> page.element("li", problem));
            page.close("ul");
        }
        page.close("header").newline();
        Parameters parameters = run.parameters();
        page.open("dl", "class", "facts");
        fact("Service", parameters.service().title());
        fact("Images", parameters.images());
        fact("Deletion time", "about " + parameters.deletionTime().toSeconds() + " s");
        fact("Fault", parameters.fault().orElse("none"));
        fact("Waiting", parameters.waiting());
        fact("Seed", parameters.seed());
        fact("Looks", run.images().stream().mapToLong(ImageHistory::looks).sum());
        fact("Setbacks", run.images().stream().mapToLong(ImageHistory::setbacks).sum());
        fact("Processes", run.processes());
        fact("Took", Scale.seconds(run.took()));
        page.close("dl").newline();
    }

    private void fact(String name, Object value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    private String headline() {
        return run.deleted() + " of " + run.images().size() + (run.images().size() == 1 ? " image" : " images")
                + " deleted";
    }

    private void timeline() {
        page.open("section", "aria-labelledby", "timeline").element("h2", "Timeline", "id", "timeline");
        Legend.write(page, run.parameters().service());
        page.open("div", "class", "chart");
        page.open("div", "class", "row axis").open("div", "class", "name").close("div");
        page.open("svg", "class", "lane", "height", AXIS_HEIGHT, "aria-hidden", "true");
        Lane.grid(page, scale, AXIS_HEIGHT);
        for (Duration tick : scale.ticks()) {
            if (scale.hasRoomBehind(tick)) {
                page.element("text", Scale.briefly(tick), "x", scale.percent(tick), "dx", 4, "y", 14);
            }
        }
        page.close("svg").close("div").newline();
        row("row stack", Lanes.ofStack(run), "", "lane-stack");
        for (int i = 0; i < run.images().size(); i++) {
            ImageHistory image = run.images().get(i);
            String outcome = image.deleteAnswer()
                    .map(answer -> answer.status() + " after " + Scale.briefly(answer.took()))
                    .orElse("no response");
            row("row image", Lanes.of(image, run.parameters().service()), outcome, "lane-" + i);
        }
        page.close("div").close("section").newline();
    }

    private void row(String style, Lane lane, String outcome, String id) {
        page.open("div", "class", style);
        page.open("div", "class", "name").element("b", lane.name()).text(" ");
        page.element("small", outcome).close("div");
        lane.draw(page, scale, id);
        page.close("div");
    }

    private static String resource(String name) {
        try (InputStream in = RunPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
