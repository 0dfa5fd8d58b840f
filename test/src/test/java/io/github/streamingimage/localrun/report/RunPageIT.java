package io.github.streamingimage.localrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.cloudformation.RequestType;
import io.github.streamingimage.localrun.RecordedRun;
import io.github.streamingimage.localrun.history.EmulatedService;
import io.github.streamingimage.localrun.history.ImageHistory;
import io.github.streamingimage.localrun.history.Parameters;
import io.github.streamingimage.localrun.history.Recorder;
import io.github.streamingimage.localrun.history.Run;
import io.github.streamingimage.localrun.report.Browser.Layout;
import io.github.streamingimage.localrun.report.Browser.Sight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The page of a run, in a real browser. */
@EnabledIf(
        value = "io.github.streamingimage.localrun.report.Browser#canRun",
        disabledReason = "the build's browser is for Linux on x86-64, and PUPPETEER_EXECUTABLE_PATH names no other")
class RunPageIT {

    private static final Path DIRECTORY = Path.of("target", "pages").toAbsolutePath();

    private final RecordedRun events = new RecordedRun();

    @Test
    void showsARunThatEndedWell() throws IOException, InterruptedException {
        check("well", run(RecordedRun.images(3)));
    }

    @Test
    void showsManyImages() throws IOException, InterruptedException {
        check("many", run(RecordedRun.images(40)));
    }

    @Test
    void showsARunThatFailedForALongReason() throws IOException, InterruptedException {
        Recorder recorder = record(RecordedRun.images(2));
        events.sent(1, RequestType.DELETE).at(1_799_000);
        events.answered(1, RequestType.DELETE, "FAILED", "[X] " + "a-word-without-end-".repeat(40));
        events.state(2, "DELETED", "A_STATE_THAT_NOBODY_HAS_HEARD_OF_AS_YET").at(1_800_000);
        recorder.mishap("Something else: " + "<b>".repeat(200));
        check("failed", recorder.run(parameters(2), events.instant()));
    }

    @Test
    void showsHostileTextAsText() throws IOException, InterruptedException {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("</svg><script>alert(1)</script>", "Image1");
        ids.put("\"><img src=http://127.0.0.1:9/ onerror=alert(1)>", "Image2");
        ids.put("&lt;i&gt;\u0000\u001b]8;;\u202eevil", "Image3");
        check("hostile", run(ids));
    }

    @Test
    void showsARunInWhichNothingHappened() throws IOException, InterruptedException {
        Recorder recorder = new Recorder(RecordedRun.START, RecordedRun.images(1));
        check("nothing", recorder.run(parameters(1), RecordedRun.START));
    }

    private void check(String name, Run run) throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        Path page = DIRECTORY.resolve(name + ".html");
        Files.writeString(page, RunPage.of(run));
        List<Sight> sights = Browser.look(page, DIRECTORY.resolve(name));
        assertThat(sights).extracting(Sight::width).containsExactly(1280, 1280, 400, 400);
        for (Sight sight : sights) {
            String which = name + ", " + sight.width() + " " + sight.scheme();
            assertThat(sight.complaints()).as(which).isEmpty();
            assertThat(sight.requests()).as(which).containsExactly(page.toUri().toString());
            assertThat(sight.violations()).as(which).isEmpty();
            check(which, run, sight.width(), sight.closed());
            check(which + ", opened", run, sight.width(), sight.opened());
            assertThat(sight.opened().texts()).isGreaterThan(sight.closed().texts());
            assertThat(coloursOf(sight))
                    .as(which + ": colours of the screenshot")
                    .isGreaterThan(20);
        }
        assertThat(sights.get(0).closed().background())
                .isNotEqualTo(sights.get(1).closed().background());
    }

    private static void check(String which, Run run, int width, Layout layout) {
        assertThat(layout.wide()).as(which).isEmpty();
        assertThat(layout.scrollWidth()).as(which).isEqualTo(width);
        assertThat(layout.overlaps()).as(which).isEmpty();
        assertThat(layout.texts()).as(which).isGreaterThan(30 + 5 * run.images().size());
        assertThat(layout.lanes()).as(which).hasSameSizeAs(run.images());
        for (int i = 0; i < run.images().size(); i++) {
            ImageHistory image = run.images().get(i);
            Browser.Lane lane = layout.lanes().get(i);
            assertThat(lane.width()).as(which + ": " + image.id()).isGreaterThan(0.6 * width);
            assertThat(lane.height()).isGreaterThan(40);
            assertThat(lane.bands()).isEqualTo(image.states().size());
            assertThat(lane.marks())
                    .isEqualTo(image.requests().size()
                            + image.answers().size()
                            + image.interruptions().size());
        }
    }

    private static long coloursOf(Sight sight) throws IOException {
        BufferedImage picture = ImageIO.read(sight.screenshot().toFile());
        assertThat(picture.getWidth()).isEqualTo(sight.width());
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }

    private Run run(Map<String, String> ids) {
        Recorder recorder = record(ids);
        return recorder.run(parameters(ids.size()), events.at(13_000).instant());
    }

    /** Every kind of thing happens to every image. */
    private Recorder record(Map<String, String> ids) {
        Recorder recorder = new Recorder(RecordedRun.START, ids);
        events.tell(recorder);
        events.at(10).stack("CREATE_IN_PROGRESS").at(3_000).stack("DELETE_IN_PROGRESS");
        List<String> names = List.copyOf(ids.keySet());
        for (int i = 1; i <= ids.size(); i++) {
            events.named(names.get(i - 1))
                    .at(10)
                    .state(i, null, "READY")
                    .sent(i, RequestType.CREATE)
                    .look(i);
            events.at(1_000).answered(i, RequestType.CREATE, "SUCCESS", "");
            events.at(3_000 + 20 * i).sent(i, RequestType.DELETE).throttle(i);
            events.at(3_500)
                    .state(i, "READY", "UPDATE_IN_PROGRESS")
                    .at(5_000 + 30 * i)
                    .lostReply(i);
            events.at(5_100 + 30 * i)
                    .state(i, "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS")
                    .delete(i);
            events.decided(i, "WAIT", 1_000).at(6_000 + 20 * i).processEnded(i);
            events.at(7_000).look(i).at(7_900).look(i).at(8_000 + 90 * i).state(i, "DELETE_IN_PROGRESS", "DELETED");
            events.at(8_500 + 90 * i).answered(i, RequestType.DELETE, "SUCCESS", "");
        }
        events.at(12_500).stack("DELETE_COMPLETE");
        return recorder;
    }

    private static Parameters parameters(int images) {
        return new Parameters(
                EmulatedService.NIMBLE_STUDIO,
                images,
                Duration.ofSeconds(4),
                Optional.of("delete-failed"),
                "inline",
                1);
    }
}
