package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation.StackProblem;
import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.http.NameServer;
import io.github.streamingimage.http.NameServer.Question;
import io.github.streamingimage.http.NameServer.Reply;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.nimble.NimbleStudio;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The proof that a service is retired: the whole function with a real name server, on a virtual clock. */
@Execution(ExecutionMode.CONCURRENT)
class RetiredServiceTest {

    private static final String ENDPOINT = "nimble.no-region-1.amazonaws.com";
    private static final String OTHER = "response.example";

    private final NameServer nameServer = new NameServer(question -> Reply.NXDOMAIN);
    private final VirtualTime time = new VirtualTime();

    @AfterEach
    void stop() {
        nameServer.close();
    }

    @Test
    void isBelievedAfterAMinuteOfTheNameServersOwnWordBesideANameThatExists() {
        Map<String, Object> response = delete(endpoint(Reply.NXDOMAIN));
        assertThat(response).containsEntry("Status", "SUCCESS");
        assertThat(time.slept()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(nameServer.questions().stream().map(Question::name).filter(ENDPOINT::equals))
                .as("each asked anew")
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(nameServer.questions().stream().map(Question::name).filter(OTHER::equals))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void isNotProvenInLessThanAMinuteAndTheReasonSaysSo() {
        Map<String, Object> response = delete(endpoint(Reply.NXDOMAIN), "60");
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat((String) response.get("Reason"))
                .startsWith("[DEADLINE_REACHED]")
                .contains("proves that the service was shut down only after 60 s, for which there was no time");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NXDOMAIN")
    void isNotBelievedOfAResolverInTrouble(Reply reply) {
        // Each silence takes some seconds of real time.
        Map<String, Object> response = delete(endpoint(reply), reply == Reply.SILENCE ? "30" : "200");
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat((String) response.get("Reason"))
                .startsWith("[DEADLINE_REACHED]")
                .contains("UnknownHostException");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SILENCE")
    void isNotBelievedOfAResolverThatKnowsNoOtherNameEither(Reply reply) {
        Reply otherNames = reply == Reply.ADDRESS || reply == Reply.NO_ADDRESS ? Reply.NXDOMAIN : reply;
        Map<String, Object> response =
                delete(question -> question.name().equals(ENDPOINT) ? Reply.NXDOMAIN : otherNames);
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat((String) response.get("Reason")).contains("nor does any other");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVFAIL", "REFUSED", "NXDOMAIN"})
    void isNotBelievedInATotalOutageThatBeginsInTheMiddle(Reply outage) {
        AtomicInteger asked = new AtomicInteger();
        Map<String, Object> response = delete(question ->
                asked.incrementAndGet() > 6 ? outage : endpoint(Reply.NXDOMAIN).apply(question));
        assertThat(response).containsEntry("Status", "FAILED");
        assertThat((String) response.get("Reason")).startsWith("[DEADLINE_REACHED]");
    }

    @Test
    void isProvenAnewAfterAnOutage() {
        AtomicInteger asked = new AtomicInteger();
        Map<String, Object> response = delete(question -> {
            int number = asked.incrementAndGet();
            return number == 7 ? Reply.SERVFAIL : endpoint(Reply.NXDOMAIN).apply(question);
        });
        assertThat(response).containsEntry("Status", "SUCCESS");
        assertThat(time.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(105));
    }

    private static Function<Question, Reply> endpoint(Reply reply) {
        return question -> question.name().equals(ENDPOINT) ? reply : Reply.ADDRESS;
    }

    private Map<String, Object> delete(Function<Question, Reply> replies) {
        return delete(replies, "200");
    }

    private Map<String, Object> delete(Function<Question, Reply> replies, String serviceTimeout) {
        nameServer.replies(replies);
        Resolver resolver = new DnsResolver(nameServer.url());
        Map<String, String> environment = Map.of(
                "AWS_REGION", "no-region-1",
                "AWS_ACCESS_KEY_ID", "AKID",
                "AWS_SECRET_ACCESS_KEY", "secret");
        InvokedFunction function = new InvokedFunction(
                new NimbleStudio(new AwsService(NimbleStudio.SERVICE, environment, time, resolver)),
                new ShownStacks(new StackProblem(false, "not to be looked at")),
                resolver,
                time);
        Map<String, Object> event = Events.delete("https://" + OTHER + "/key?" + Events.QUERY);
        event.put("ServiceTimeout", serviceTimeout);
        return function.responseTo(event);
    }
}
