package io.github.streamingimage.localrun.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.cloudformation.Violation;
import io.github.streamingimage.localrun.RecordedRun;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A board that is told a recorded run, as it stands on a screen. */
class BoardTest {

    private static final String ESCAPE = "\u001b[";

    private final RecordedRun events = new RecordedRun();
    private Screen screen;
    private Board board;

    @Test
    void showsEachImageWithItsStateItsLooksAndWhatTheFunctionIsUpTo() {
        start(new Terminal(80, 24, true, true), 3);
        playUntilTheMiddle();
        assertThat(screen.lines())
                .containsExactly(
                        "✓ Creating stack images",
                        "Deleting stack images  4.2 s",
                        " ⠸ image-1    DELETE_IN_PROGRESS    2 looks   2.2 s   ▪▾▪          waits 1.0 s",
                        " ⠸ image-2    READY                 2 looks   2.2 s   ▪✗           waits 3.3 s",
                        " ✓ image-3    DELETED               1 look    1.5 s   ▪",
                        " 1 of 3 images done; looks: 5, setbacks: 1, processes: 2, killed: 1",
                        "");
    }

    @Test
    void saysThatItStartsUntilSomethingBegins() {
        start(new Terminal(80, 24, true, true), 1);
        board.draw();
        assertThat(screen.lines().get(0)).isEqualTo("Starting the emulators  0.0 s");
        board.phase("Creating");
        assertThat(screen.lines()).first().asString().startsWith("Creating");
    }

    @Test
    void writesOverWhatItDrewBefore() {
        start(new Terminal(80, 24, true, true), 3);
        playUntilTheMiddle();
        int height = screen.lines().size();
        events.at(5_000).state(1, "DELETE_IN_PROGRESS", "DELETED").look(1).resource(1, "DELETE_COMPLETE", "");
        board.draw();
        assertThat(screen.lines())
                .hasSize(height)
                .anySatisfy(line ->
                        assertThat(line).isEqualTo(" ✓ image-1    DELETED               3 looks   3.0 s   ▪▾▪▪"));
    }

    @Test
    void aFailureIsSeenWithItsReason() {
        start(new Terminal(120, 24, true, true), 1);
        board.phase("Deleting");
        events.at(100).state(1, null, "DELETE_FAILED").resource(1, "DELETE_IN_PROGRESS", "");
        events.at(900).resource(1, "DELETE_FAILED", "[DELETE_FAILED]\nacross\tlines\u001b[2J\u009b2J\u202e");
        board.draw();
        assertThat(screen.lines().get(1))
                .startsWith(" ✗ image-1    DELETE_FAILED")
                .endsWith("[DELETE_FAILED] across lines [2J 2J");
    }

    @Test
    void aViolationStaysAboveTheBoard() {
        start(new Terminal(80, 24, true, true), 1);
        board.phase("Deleting");
        board.violated(new Violation("id", "Reason is missing"));
        events.at(1_000);
        board.draw();
        assertThat(screen.lines().get(0)).isEqualTo("✗ PROTOCOL VIOLATION: Reason is missing");
        assertThat(screen.lines().get(1)).startsWith("Deleting");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 60, 80, 200})
    void isNeverWiderThanTheTerminal(int columns) {
        start(new Terminal(columns, 24, true, true), 3);
        playUntilTheMiddle();
        assertThat(screen.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(columns));
        assertThat(screen.lines()).filteredOn(line -> line.contains("image-")).hasSize(3);
    }

    @Test
    void aTrailThatGrowsLongShowsItsEnd() {
        start(new Terminal(80, 24, true, true), 1);
        events.state(1, null, "READY").resource(1, "DELETE_IN_PROGRESS", "");
        for (int i = 0; i < 40; i++) {
            events.look(1);
        }
        events.delete(1).throttle(1);
        board.draw();
        assertThat(screen.lines().get(1)).contains("41 looks").endsWith("  ▪▪▪▪▪▪▪▪▪▪▾✗");
    }

    @Test
    void manyImagesAreCountedByTheirStates() {
        start(new Terminal(80, 24, true, true), 40);
        board.phase("Deleting");
        for (int image = 1; image <= 40; image++) {
            events.state(image, null, image <= 10 ? "DELETED" : image <= 20 ? "READY" : "DELETE_IN_PROGRESS");
        }
        board.draw();
        assertThat(screen.lines())
                .containsExactly(
                        "Deleting  0.0 s",
                        " DELETED               10  " + "█".repeat(13),
                        " DELETE_IN_PROGRESS    20  " + "█".repeat(26),
                        " READY                 10  " + "█".repeat(13),
                        " 0 of 40 images done; looks: 0, setbacks: 0, processes: 0, killed: 0",
                        "");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8, 9, 10, 24})
    void neverHasMoreLinesThanTheTerminal(int rows) {
        start(new Terminal(80, rows, true, true), 4);
        playUntilTheMiddle();
        // The screen has refused to go above its first line.
        assertThat(screen.received()).contains("Deleting stack images");
    }

    @Test
    void withoutColourItSendsMovesButNoColours() {
        start(new Terminal(80, 24, false, true), 3);
        playUntilTheMiddle();
        assertThat(screen.received()).contains(ESCAPE).doesNotContainPattern("\u001b\\[\\d*m");
    }

    @Test
    void inColourItSendsColours() {
        start(new Terminal(80, 24, true, true), 3);
        playUntilTheMiddle();
        assertThat(screen.received())
                .contains(ESCAPE + "33mDELETE_IN_PROGRESS" + ESCAPE + "0m")
                .contains(ESCAPE + "32mDELETED" + ESCAPE + "0m");
    }

    @Test
    void withoutUnicodeItSendsAscii() {
        start(new Terminal(80, 24, true, false), 3);
        playUntilTheMiddle();
        assertThat(screen.received()).matches("\\p{ASCII}*");
        assertThat(screen.lines()).anySatisfy(line -> assertThat(line).contains(" + image-3 "));
    }

    private void start(Terminal terminal, int images) {
        screen = new Screen(terminal.columns(), terminal.rows());
        board = new Board(terminal, new PrintWriter(screen), events, RecordedRun.images(images));
        events.tell(board);
    }

    private void playUntilTheMiddle() {
        board.phase("Creating stack images");
        for (int image = 1; image <= 3; image++) {
            events.at(100).state(image, null, "READY");
        }
        events.at(200).processStarted().processStarted();
        events.at(2_000);
        board.phase("Deleting stack images");
        for (int image = 1; image <= 3; image++) {
            events.resource(image, "DELETE_IN_PROGRESS", "").look(image);
        }
        events.at(2_500).delete(1).state(1, "READY", "DELETE_IN_PROGRESS").throttle(2);
        events.at(3_000).decided(2, "WAIT", 3_300).processEnded(3);
        events.at(3_500).state(3, "READY", "DELETED").resource(3, "DELETE_COMPLETE", "");
        events.at(4_200).look(1).decided(1, "WAIT", 1_000);
        board.draw();
    }
}
