package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.simulation.Agenda;
import io.github.streamingimage.simulation.Strands;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The engine on a virtual clock. */
class CloudFormationEngineTest {

    private static final StackTemplate IMPATIENT = StackTemplate.of("Image", ScriptedStacks.impatientImage("image-1"));

    private final Agenda agenda = new Agenda(new Strands());
    private final List<String> told = new ArrayList<>();
    private final List<SentRequest> requests = new ArrayList<>();
    private final RandomIdentifiers identifiers = new RandomIdentifiers();
    private final CloudFormationEngine engine = new CloudFormationEngine(
            agenda,
            identifiers,
            ScriptedStacks.FUNCTION,
            URI.create("https://example.com"),
            Duration.ofMillis(200),
            new CloudFormationListener() {
                @Override
                public void requestSent(SentRequest request) {
                    requests.add(request);
                }

                @Override
                public void requestEnded(SentRequest request, RequestEnd end) {
                    told.add(end + " after " + Duration.between(Agenda.START, agenda.instant()));
                }

                @Override
                public void stackEvent(StackEvent event) {
                    if (event.isAboutStack()) {
                        told.add(event.status() + " after " + Duration.between(Agenda.START, agenda.instant()));
                    }
                }
            });
    private final Stack stack = engine.addStack("images", Optional.empty());

    @Test
    void waitsForAResponseUntilServiceTimeoutAndNoLonger() {
        engine.create(stack, IMPATIENT, OnFailure.ROLLBACK, new Cancellation(), status -> {});
        agenda.run();

        assertThat(told)
                .containsExactly(
                        "CREATE_IN_PROGRESS after PT0S",
                        "TIMED_OUT after PT1S",
                        "ROLLBACK_IN_PROGRESS after PT1S",
                        "TIMED_OUT after PT2S",
                        "ROLLBACK_FAILED after PT2S");
        assertThat(requests.get(1).physicalId()).matches("images-Image-[A-Z0-9]{12}");
    }

    @Test
    void failsToDeleteWhenNobodyAnswersInTime() {
        engine.create(stack, IMPATIENT, OnFailure.ROLLBACK, new Cancellation(), status -> {});
        agenda.after(Duration.ofMillis(300), () -> respond(0));
        agenda.after(Duration.ofSeconds(10), () -> {
            stack.become(StackStatus.DELETE_IN_PROGRESS);
            engine.delete(stack, status -> {});
        });
        agenda.run();

        assertThat(told)
                .endsWith("DELETE_IN_PROGRESS after PT10S", "TIMED_OUT after PT11S", "DELETE_FAILED after PT11S");
        assertThat(stack.resources()).containsOnlyKeys("Image");
    }

    @Test
    void takesAResponseSomeTimeAfterItArrived() {
        engine.create(stack, IMPATIENT, OnFailure.ROLLBACK, new Cancellation(), status -> {});
        agenda.after(Duration.ofMillis(300), () -> respond(0));
        agenda.run();

        assertThat(told)
                .containsExactly(
                        "CREATE_IN_PROGRESS after PT0S", "RESPONDED after PT0.3S", "CREATE_COMPLETE after PT0.5S");
    }

    @Test
    void deletesAStackWhoseCreationFailsWhenThatIsAskedFor() {
        engine.create(stack, IMPATIENT, OnFailure.DELETE, new Cancellation(), status -> {});
        agenda.after(Duration.ofMillis(1500), () -> respond(1));
        agenda.run();

        assertThat(told)
                .containsExactly(
                        "CREATE_IN_PROGRESS after PT0S",
                        "TIMED_OUT after PT1S",
                        "DELETE_IN_PROGRESS after PT1S",
                        "RESPONDED after PT1.5S",
                        "DELETE_COMPLETE after PT1.7S");
        assertThat(stack.describe().deletionTime()).contains(Agenda.START.plusSeconds(1));
    }

    @Test
    void tellsAStatusAsLateAsItIsAsked() {
        engine.create(stack, IMPATIENT, OnFailure.ROLLBACK, new Cancellation(), status -> {});
        List<StackStatus> seen = new ArrayList<>();
        agenda.after(Duration.ofMillis(300), () -> respond(0));
        agenda.after(Duration.ofMillis(2400), () -> {
            seen.add(stack.describe(Duration.ofMillis(1900)).status());
            seen.add(stack.describe(Duration.ofSeconds(2)).status());
            seen.add(stack.describe(Duration.ofHours(1)).status());
        });
        agenda.run();

        assertThat(seen)
                .containsExactly(
                        StackStatus.CREATE_COMPLETE, StackStatus.CREATE_IN_PROGRESS, StackStatus.CREATE_IN_PROGRESS);
    }

    @Test
    void signsWithADateOrInTheOlderWayWithout() {
        Stack older = engine.addStack("older", Optional.empty());
        engine.create(stack, IMPATIENT, OnFailure.ROLLBACK, new Cancellation(), status -> {});
        identifiers.signWithoutDate();
        engine.create(older, IMPATIENT, OnFailure.ROLLBACK, new Cancellation(), status -> {});

        assertThat(url(0).getQuery()).contains("X-Amz-Date=20260101T000000Z", "X-Amz-Expires=7200");
        assertThat(url(1).getQuery())
                .matches("AWSAccessKeyId=\\w+&Expires=1767232800&Signature=\\w+")
                .doesNotContain("X-Amz");
    }

    private URI url(int request) {
        return URI.create(requests.get(request).event().path("ResponseURL").asText());
    }

    private void respond(int number) {
        String body = FakeFunction.success(requests.get(number).event()).toString();
        engine.receive(url(number).getRawPath(), body.getBytes(StandardCharsets.UTF_8));
    }
}
