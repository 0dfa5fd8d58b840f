package io.github.streamingimage.localrun.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.cloudformation.RequestType;
import io.github.streamingimage.localrun.RecordedRun;
import io.github.streamingimage.localrun.history.EmulatedService;
import io.github.streamingimage.localrun.history.Parameters;
import io.github.streamingimage.localrun.history.Recorder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table at the end of a run. */
class SummaryTableTest {

    private static final String REASON =
            "[DEADLINE_REACHED] The image has been DELETE_IN_PROGRESS for 23 s, in 22 looks."
                    + " Delete the stack again: the deletion goes on from where the image is then.";

    private static final String FAIL =
            "FAIL: image-2 is DELETE_IN_PROGRESS, and CloudFormation heard FAILED of its deletion;"
                    + " Not all images survived the rollback";

    private final RecordedRun events = new RecordedRun();
    private final Recorder recorder = new Recorder(RecordedRun.START, RecordedRun.images(2));

    @BeforeEach
    void play() {
        events.tell(recorder);
        events.sent(1, RequestType.DELETE)
                .sent(2, RequestType.DELETE)
                .look(1)
                .look(2)
                .look(2);
        events.state(1, null, "DELETED").state(2, null, "DELETE_IN_PROGRESS").at(1_234);
        events.concluded(1, RequestType.DELETE, "SERVICE_RETIRED");
        events.answered(1, RequestType.DELETE, "SUCCESS", "").answered(2, RequestType.DELETE, "FAILED", REASON);
        recorder.mishap("Not all images survived the rollback");
    }

    @Test
    void hasOnePlainLineForEachImageWhenPiped() {
        assertThat(print(Optional.empty()))
                .containsExactly(
                        "",
                        "image      state               response outcome              after  requests  reason",
                        "image-1    DELETED             SUCCESS  SERVICE_RETIRED    1.234 s         1",
                        "image-2    DELETE_IN_PROGRESS  FAILED                      1.234 s         2  " + REASON,
                        "",
                        FAIL);
    }

    @Test
    void fitsATerminalWithTheReasonInFull() {
        List<String> lines = print(Optional.of(new Terminal(80, 24, false, true)));
        assertThat(lines)
                .filteredOn(line -> !line.equals(FAIL))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80))
                .startsWith(
                        "",
                        "image      state               response outcome              after  requests",
                        "image-1    DELETED             SUCCESS  SERVICE_RETIRED    1.234 s         1",
                        "image-2    DELETE_IN_PROGRESS  FAILED                      1.234 s         2");
        assertThat(lines).endsWith("", FAIL);
        assertThat(lines.subList(4, lines.size() - 2)).allMatch(line -> line.startsWith(" ".repeat(11)));
        assertThat(String.join(" ", lines).replaceAll(" +", " ")).contains(REASON);
    }

    @Test
    void breaksAWordThatIsLongerThanALine() {
        assertThat(Wrapped.lines("a bbbbbbb cc", 4)).containsExactly("a", "bbbb", "bbb", "cc");
        assertThat(Wrapped.lines("abcd efgh", 4)).containsExactly("abcd", "efgh");
        assertThat(Wrapped.lines("", 4)).isEmpty();
    }

    private List<String> print(Optional<Terminal> terminal) {
        StringWriter text = new StringWriter();
        Parameters parameters =
                new Parameters(EmulatedService.NIMBLE_STUDIO, 2, Duration.ofSeconds(1), Optional.empty(), "inline", 1);
        new SummaryTable(recorder.run(parameters, events.instant())).print(new PrintWriter(text), terminal);
        return text.toString().lines().toList();
    }
}
