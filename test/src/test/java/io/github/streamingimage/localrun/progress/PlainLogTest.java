package io.github.streamingimage.localrun.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.localrun.RecordedRun;
import io.github.streamingimage.localrun.history.EmulatedService;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log of a recorded run. */
class PlainLogTest {

    private final RecordedRun events = new RecordedRun();
    private final StringWriter printed = new StringWriter();

    @Test
    void printsInTheOrderOfTimeWhatIsToldOutOfIt() {
        PlainLog log = start(false);
        log.phase("Deleting");
        events.at(2_000).state(1, "READY", "DELETE_IN_PROGRESS");
        events.at(1_800).observed(1, "READY", 500);
        events.at(1_900).resource(1, "DELETE_IN_PROGRESS", "");
        log.printAll();
        assertThat(lines())
                .containsExactly(
                        "",
                        "Deleting",
                        "   1.800 s  function        Image1     saw IMAGE: READY",
                        "   1.900 s  CloudFormation  Image1     DELETE_IN_PROGRESS",
                        "   2.000 s  Nimble Studio   image-1    READY -> DELETE_IN_PROGRESS");
    }

    @Test
    void holdsBackWhatIsYoungSinceSomethingOlderMayBeToldYet() {
        PlainLog log = start(false);
        events.at(1_000).stack("DELETE_IN_PROGRESS").at(1_300);
        log.print();
        assertThat(lines()).isEmpty();
        events.at(900).stack("CREATE_COMPLETE").at(1_500);
        log.print();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("0.900 s").endsWith("CREATE_COMPLETE");
    }

    @Test
    void aClockOfTheFunctionThatIsAheadPutsNothingOff() {
        PlainLog log = start(false);
        events.at(5_000).observed(1, "READY", -4_000).at(1_500);
        log.print();
        assertThat(lines()).containsExactly("   1.000 s  function        Image1     saw IMAGE: READY");
    }

    @Test
    void countsLooksThatShowTheSameAgain() {
        PlainLog log = start(false);
        looks();
        log.printAll();
        assertThat(lines())
                .extracting(line -> line.substring(12).replaceAll(" +", " "))
                .containsExactly(
                        "function Image1 saw IMAGE: READY",
                        "function Image1 decided WAIT 1.0 s",
                        "function Image2 saw IMAGE: READY",
                        "function Image1 looked 2 more times: the same",
                        "function Image1 saw IMAGE: DELETED",
                        "function Image1 decided SUCCEED",
                        "function Image1 saw IMAGE: DELETED");
    }

    @Test
    void showsEveryLookWhenAllAreWanted() {
        PlainLog log = start(true);
        looks();
        log.printAll();
        assertThat(lines()).hasSize(10).noneMatch(line -> line.contains("more times"));
    }

    private void looks() {
        for (int i = 1; i <= 3; i++) {
            events.at(1_000 * i).observed(1, "READY", 0).at(1_000 * i + 1).decided(1, "WAIT", 1_000);
        }
        events.at(1_500).observed(2, "READY", 0);
        events.at(4_000).observed(1, "DELETED", 0).at(4_001).decided(1, "SUCCEED", 0);
        events.at(4_002).observed(1, "DELETED", 0);
    }

    private PlainLog start(boolean isVerbose) {
        PlainLog log = new PlainLog(new PrintWriter(printed), events, EmulatedService.NIMBLE_STUDIO, isVerbose);
        events.tell(log);
        return log;
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }
}
