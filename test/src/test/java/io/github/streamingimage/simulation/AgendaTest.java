package io.github.streamingimage.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final Strands strands = new Strands();
    private final Agenda agenda = new Agenda(strands);
    private final List<String> happened = new ArrayList<>();

    @AfterEach
    void end() {
        strands.close();
    }

    @Test
    void aSleeperLetsHappenWhatComesBeforeItsEnd() {
        agenda.beginAfter(Duration.ZERO, () -> {
            sleep(5);
            tell("awake");
        });
        agenda.after(Duration.ofSeconds(3), () -> tell("event"));
        agenda.after(Duration.ofSeconds(7), () -> tell("late event"));
        agenda.run();
        assertThat(happened).containsExactly("3 event", "5 awake", "7 late event");
    }

    @Test
    void sleepsThatOverlapEndInTheOrderOfTime() {
        strand("outer", 0, 10);
        strand("inner", 2, 4);
        strand("across", 4, 10);
        strand("after", 15, 1);
        agenda.run();
        assertThat(happened)
                .containsExactly(
                        "0 outer begins",
                        "2 inner begins",
                        "4 across begins",
                        "6 inner ends",
                        "10 outer ends",
                        "14 across ends",
                        "15 after begins",
                        "16 after ends");
    }

    @Test
    void whatComesAtTheSameTimeComesInTheOrderInWhichItWasEntered() {
        strand("one", 1, 1);
        strand("two", 1, 1);
        agenda.after(Duration.ofSeconds(1), () -> tell("three"));
        agenda.run();
        assertThat(happened).containsExactly("1 one begins", "1 two begins", "1 three", "2 one ends", "2 two ends");
    }

    @Test
    void failsWithWhateverFailsAlsoInTheMiddleOfSleeps() {
        strand("one", 0, 10);
        strand("two", 1, 10);
        IllegalArgumentException fault = new IllegalArgumentException("fault");
        agenda.after(Duration.ofSeconds(2), () -> {
            throw fault;
        });
        assertThatThrownBy(agenda::run).hasCause(fault);
    }

    private void strand(String name, int after, int sleeps) {
        agenda.beginAfter(Duration.ofSeconds(after), () -> {
            tell(name + " begins");
            sleep(sleeps);
            tell(name + " ends");
        });
    }

    private void sleep(int seconds) {
        agenda.sleep(Duration.ofSeconds(seconds));
    }

    private void tell(String what) {
        happened.add(Duration.between(Agenda.START, agenda.instant()).toSeconds() + " " + what);
    }
}
