package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseEndpointTest {

    private final ScriptedStacks scenario = new ScriptedStacks();
    private final CloudFormation cloudFormation = scenario.cloudFormation;
    private StackOperation creation;
    private SentRequest create;

    @BeforeEach
    void beginAStackThatNobodyAnswersYet() {
        scenario.function.behave(event -> event.path("RequestType").asText().equals("Create")
                ? Optional.empty()
                : Optional.of(FakeFunction.success(event)));
        creation = cloudFormation.createStack("images", StackTemplate.of("Image", ScriptedStacks.image("image-1")));
        create = scenario.awaitRequest(1);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void takesTheFirstAnswerAndRecordsTheNextAsADuplicate() {
        assertThat(put(FakeFunction.success(create.event()))).isEqualTo(200);
        assertThat(put(FakeFunction.failure(create.event(), "other"))).isEqualTo(200);

        assertThat(scenario.finish(creation)).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(cloudFormation.responses())
                .extracting(ReceivedResponse::disposition)
                .containsExactly(ReceivedResponse.Disposition.COUNTED, ReceivedResponse.Disposition.DUPLICATE);
        assertThat(cloudFormation.responses().get(0).response())
                .hasValueSatisfying(answer -> assertThat(answer.data()).containsEntry("State", "READY"));
    }

    @Test
    void refusesARequestThatIsNotAsItWasSigned() {
        String url = FakeFunction.url(create.event()).toString();
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(
                FakeFunction.success(create.event()).toString());

        assertThat(scenario.function.send(
                        HttpRequest.newBuilder(URI.create(url + "0")).PUT(body)))
                .isEqualTo(403);
        assertThat(scenario.function.send(HttpRequest.newBuilder(URI.create(url.replace("%7C", "%7c")))
                        .PUT(body)))
                .isEqualTo(403);
        assertThat(scenario.function.send(
                        HttpRequest.newBuilder(URI.create(url)).POST(body)))
                .isEqualTo(403);
        assertThat(scenario.function.send(HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .PUT(body)))
                .isEqualTo(403);

        assertThat(cloudFormation.violations())
                .extracting(Violation::description)
                .containsExactly(
                        "The query of a response URL was changed.",
                        "The path of a response URL was changed.",
                        "The method was not PUT, but POST.",
                        "Content-Type was not empty, but application/json.");
        assertThat(creation.outcome()).isNotDone();
    }

    @Test
    void takesAnAnswerWithAnEmptyContentType() {
        HttpRequest.Builder request = HttpRequest.newBuilder(FakeFunction.url(create.event()))
                .header("Content-Type", "")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        FakeFunction.success(create.event()).toString()));

        assertThat(scenario.function.send(request)).isEqualTo(200);
    }

    @Test
    void failsTheResourceWhenTheAnswerIsTooLong() {
        ObjectNode answer = FakeFunction.success(create.event());
        int missing = 4097 - answer.put("Reason", "").toString().length();

        put(answer.put("Reason", "x".repeat(missing)));

        assertThat(scenario.finish(creation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(violations()).containsExactly("Response object is too long.");
    }

    @Test
    void takesAnAnswerOfExactlyTheLongestSize() {
        ObjectNode answer = FakeFunction.success(create.event());
        int missing = 4096 - answer.put("Reason", "").toString().length();

        put(answer.put("Reason", "x".repeat(missing)));

        assertThat(scenario.finish(creation)).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(violations()).isEmpty();
    }

    @Test
    void failsTheResourceWhenTheAnswerIsNotJson() {
        scenario.function.put(create.event(), "{\"Status\":");

        assertThat(scenario.finish(creation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(violations()).containsExactly("The response is not valid JSON.");
    }

    @Test
    void failsTheResourceWhenTheAnswerLacksWhatItMustHave() {
        ObjectNode answer = FakeFunction.success(create.event());
        answer.remove(List.of("Status", "StackId", "PhysicalResourceId"));

        put(answer);

        assertThat(scenario.finish(creation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(violations())
                .contains("StackId is not that of the request.", "Status is neither SUCCESS nor FAILED.");
    }

    @Test
    void notesEveryBreachThatLeavesTheAnswerUsable() {
        assertThat(breach(answer -> answer.put("Extra", "x"))).containsExactly("The field Extra is unknown.");
    }

    @Test
    void notesAFailureWithoutAReason() {
        assertThat(breach(answer -> answer.put("Status", "FAILED")))
                .containsExactly("Reason is missing, though Status is FAILED.");
    }

    @Test
    void notesNoEchoThatIsNotABoolean() {
        assertThat(breach(answer -> answer.put("NoEcho", "true"))).containsExactly("NoEcho is not a boolean.");
    }

    @Test
    void notesDataAndAnotherIdInTheAnswerToADelete() {
        put(FakeFunction.success(create.event()));
        scenario.finish(creation);
        scenario.function.behave(event -> {
            ObjectNode answer = FakeFunction.success(event).put("PhysicalResourceId", "changed");
            answer.putObject("Data").put("State", "DELETED");
            return Optional.of(answer);
        });

        scenario.finish(cloudFormation.deleteStack(creation.stackId()));

        assertThat(violations()).containsExactly("PhysicalResourceId changed.", "Data is not supported on Delete.");
    }

    @Test
    void answersWithTheStatusOfAFault() {
        for (int status : new int[] {500, 503, 408, 429, 403}) {
            cloudFormation.failResponses(new ResponseFault.Status(status), 1);
            assertThat(put(FakeFunction.success(create.event()))).isEqualTo(status);
        }
        cloudFormation.failResponses(new ResponseFault.Redirect("http://127.0.0.1/elsewhere"), 1);
        assertThat(put(FakeFunction.success(create.event()))).isEqualTo(302);

        assertThat(creation.outcome()).isNotDone();
        assertThat(put(FakeFunction.success(create.event()))).isEqualTo(200);
        assertThat(scenario.finish(creation)).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void closesTheConnectionWithoutTakingTheAnswer() {
        cloudFormation.failResponses(new ResponseFault.CloseUnanswered(), 1);

        assertThatThrownBy(() -> put(FakeFunction.success(create.event()))).isInstanceOf(UncheckedIOException.class);

        assertThat(creation.outcome()).isNotDone();
    }

    @Test
    void takesAnAnswerAndLosesTheReply() {
        cloudFormation.failResponses(new ResponseFault.LoseReply(), 1);

        assertThatThrownBy(() -> put(FakeFunction.success(create.event()))).isInstanceOf(UncheckedIOException.class);

        assertThat(scenario.finish(creation)).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void stallsBeforeItTakesAnAnswer() {
        cloudFormation.failResponses(new ResponseFault.Stall(Duration.ofMillis(200)), 1);
        long before = System.nanoTime();

        assertThat(put(FakeFunction.success(create.event()))).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void neverShowsTheSecretOfAResponseUrl() {
        String query = FakeFunction.url(create.event()).getRawQuery();
        put(FakeFunction.success(create.event()));
        scenario.finish(creation);

        assertThat(cloudFormation.requests() + " " + cloudFormation.responses() + " " + cloudFormation.events())
                .doesNotContain(query, "X-Amz-Signature");
    }

    private List<String> breach(Consumer<ObjectNode> change) {
        ObjectNode answer = FakeFunction.success(create.event());
        change.accept(answer);
        put(answer);
        scenario.finish(creation);
        return violations();
    }

    private int put(ObjectNode answer) {
        return scenario.function.put(create.event(), answer.toString());
    }

    private List<String> violations() {
        return cloudFormation.violations().stream().map(Violation::description).toList();
    }
}
