package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.HostileInvocation.Outcome;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.ResponseServer;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.hostile.HostileEvents;
import io.github.streamingimage.hostile.HostileServices;
import io.github.streamingimage.hostile.HostileValues;
import io.github.streamingimage.hostile.RawJson.Fields;
import io.github.streamingimage.stepfunctions.Executions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** The whole function against input that nobody who keeps the protocols sends. */
class HostileInputTest {

    private static final List<Observation> NOT_FOUND = List.of(new NotFound());

    /** For the report on reliability. */
    @AfterContainer
    static void tellHowManyInputsThereWere() throws IOException {
        Files.writeString(Path.of("target", "hostile-invocations.txt"), HostileInvocation.INVOCATIONS + "\n");
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyEventWhoseResponseUrlCanBeReadGetsAResponseOrIsHandedOver(
            @ForAll("respondable") Fields event,
            @ForAll("services") ScriptedServices services,
            @ForAll("handOvers") Optional<Executions.Start> handOver) {
        try (HostileInvocation invocation = new HostileInvocation(services, handOver)) {
            Outcome outcome = invocation.run(invocation.bytes(event.toString()));
            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.response().isPresent())
                    .as("either a response or handed over: %s", outcome)
                    .isNotEqualTo(outcome.handedOver());
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noDeleteSucceedsWithoutAReason(
            @ForAll("services") ScriptedServices services, @ForAll("handOvers") Optional<Executions.Start> handOver) {
        Fields event = Fields.of(Events.delete(HostileEvents.URL));
        try (HostileInvocation invocation = new HostileInvocation(services, handOver)) {
            Outcome outcome = invocation.run(invocation.bytes(event.toString()));
            if (outcome.response()
                    .filter(a -> a.get("Status").equals("SUCCESS"))
                    .isPresent()) {
                assertThat(services.seen()).anyMatch(HostileInputTest::letsADeleteSucceed);
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void anEventThatIsCutOffAfterItsResponseUrlGetsFailed(
            @ForAll("requests") Fields event, @ForAll("unreadable") Object rest) {
        Fields urlFirst = event.without("ResponseURL").after("ResponseURL", HostileEvents.URL);
        String text = urlFirst.and("rest", rest).toString();
        try (HostileInvocation invocation = new HostileInvocation(gone(), Optional.empty())) {
            Outcome outcome = invocation.run(invocation.bytes(text.substring(0, text.length() - 1)));
            assertThat(outcome.response())
                    .hasValueSatisfying(response ->
                            assertThat((String) response.get("Reason")).startsWith("[INVALID_REQUEST]"));
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void bytesThatAreNoEventFailInAnExpectedWayOrGetAResponse(
            @ForAll("respondable") Fields event, @ForAll("damages") Damage damage) {
        try (HostileInvocation invocation = new HostileInvocation(gone(), Optional.empty())) {
            Outcome outcome = invocation.run(damage.of(invocation.bytes(event.toString())));
            assertThat(outcome.failure().isPresent() || outcome.response().isPresent() || outcome.handedOver())
                    .isTrue();
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whatTheResponseUrlRespondsNeverReversesADecision(
            @ForAll("respondable") Fields event, @ForAll("statuses") List<Integer> statuses) {
        int[] first = statuses.stream().mapToInt(Integer::intValue).toArray();
        try (HostileInvocation invocation = new HostileInvocation(gone(), Optional.empty(), first)) {
            Outcome outcome = invocation.run(invocation.bytes(event.toString()));
            assertThat(outcome.response())
                    .as("sent, each time the same: %s", outcome)
                    .isPresent();
            boolean refused = statuses.stream().anyMatch(s -> s / 100 == 4 && s != 408 && s != 429);
            assertThat(outcome.failure().isPresent()).isEqualTo(refused);
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void aResponseUrlOfAnyFormIsNeitherToldNorFailsInAnotherWay(@ForAll("urls") String url) {
        Fields event = Fields.of(Events.delete(url));
        try (HostileInvocation invocation = new HostileInvocation(gone(), Optional.empty())) {
            Outcome outcome = invocation.run(invocation.bytes(event.toString()));
            assertThat(outcome.failure().isPresent() || outcome.response().isPresent())
                    .isTrue();
        }
    }

    /** What happens to bytes on their way. */
    record Damage(double cutAt, double flipAt, byte flipTo, boolean flips) {
        byte[] of(byte[] bytes) {
            byte[] damaged = Arrays.copyOf(bytes, (int) (bytes.length * cutAt));
            if (flips && damaged.length > 0) {
                damaged[(int) ((damaged.length - 1) * flipAt)] = flipTo;
            }
            return damaged;
        }
    }

    @Provide
    Arbitrary<Fields> respondable() {
        return HostileEvents.respondable();
    }

    @Provide
    Arbitrary<Fields> requests() {
        return HostileEvents.requests();
    }

    @Provide
    Arbitrary<Object> unreadable() {
        return HostileValues.unreadableValues();
    }

    @Provide
    Arbitrary<ScriptedServices> services() {
        return Combinators.combine(
                        HostileServices.looks(),
                        HostileServices.deletions(),
                        HostileServices.stacks(),
                        HostileServices.pages())
                .as(ScriptedServices::new);
    }

    @Provide
    Arbitrary<Optional<Executions.Start>> handOvers() {
        return Arbitraries.of(
                Optional.empty(),
                Optional.of(new Executions.Start.HandedOver()),
                Optional.of(new Executions.Start.NotStarted("\u0000\uD800")));
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.bytes(),
                        Arbitraries.of(true, false))
                .as(Damage::new);
    }

    @Provide
    Arbitrary<List<Integer>> statuses() {
        return Arbitraries.of(ResponseServer.HANG_UP, 301, 307, 403, 404, 408, 429, 500, 503)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> hosts = Arbitraries.oneOf(
                HostileValues.texts().filter(text -> text.length() < 100),
                Arbitraries.of(
                        "127.0.0.1:1",
                        "127.0.0.1:99999",
                        "127.0.0.1:-1",
                        "127.0.0.1:x",
                        "[::1]:1",
                        "[::1",
                        "[",
                        "",
                        "127.0.0.1:1 HTTP/1.1\r\nX: y",
                        "user:secret@127.0.0.1:1",
                        "127.0.0.1:1%0d%0a",
                        ":1",
                        "a b",
                        "xn--\uD800.invalid",
                        "response.invalid",
                        "127.0.0.999"));
        return Combinators.combine(
                        Arbitraries.of(
                                "https://", "http://", "HTTPS://", "ftp://", "file://", "jar:https://", "https:", ""),
                        hosts,
                        Arbitraries.of("/", "", "/x\r\ny: z", "/\u0000", "/é", "\\..\\", "/#", "/%zz"))
                .as((scheme, host, path) -> scheme + host + path + "?" + Events.QUERY);
    }

    private static ScriptedServices gone() {
        return new ScriptedServices(
                NOT_FOUND,
                NOT_FOUND,
                List.of(new Observation.Stack(StackStanding.DELETING, Optional.empty(), "stack is DELETE_IN_PROGRESS")),
                List.of(new StackResources("", "")));
    }

    private static boolean letsADeleteSucceed(Observation seen) {
        return seen instanceof NotFound
                || seen instanceof Image image && image.phase() == Phase.GONE
                || seen instanceof DeleteAccepted accepted && accepted.image().phase() == Phase.GONE
                || seen instanceof Observation.Stack stack
                        && (stack.standing() == StackStanding.ROLLING_BACK
                                || stack.standing() == StackStanding.ROLLING_BACK_UPDATE)
                || seen instanceof StackResources resources
                        && !resources.declaredBy().isEmpty()
                || seen instanceof Problem problem && problem.kind() == Problem.Kind.ENDPOINT_MISSING;
    }
}
