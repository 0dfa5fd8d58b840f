package io.github.streamingimage.nimble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.RawResponseServer;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.hostile.HostileValues;
import io.github.streamingimage.hostile.RawJson.Fields;
import io.github.streamingimage.hostile.RawJson.Raw;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.time.SystemTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The adapter against responses that Nimble Studio never gives, over real HTTP. */
class HostileResponsesTest {

    private static final List<String> FIELDS = List.of(
            "arn",
            "description",
            "ec2ImageId",
            "encryptionConfiguration",
            "eulaIds",
            "name",
            "owner",
            "platform",
            "state",
            "statusCode",
            "statusMessage",
            "streamingImageId",
            "tags");

    private static RawResponseServer server;
    private static AwsService service;

    @BeforeContainer
    static void start() {
        server = new RawResponseServer();
        service = new AwsService(NimbleStudio.SERVICE, server.environment(), new SystemTime(), host -> Word.EXISTS);
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyResponseIsAnObservation(@ForAll("responses") RawResponseServer.Response response) {
        server.responds(response);
        Observation seen = image().look();
        Observation deleted = image().delete("token");
        boolean aboutTheImage = seen instanceof Image;
        if (aboutTheImage) {
            assertThat(response.status() / 100).as("%s", response).isEqualTo(2);
            assertThat(response.body()).contains("\"streamingImage\"", "\"state\"");
            assertThat(response.cutOff()).as("%s", response).isFalse();
        } else {
            assertThat(seen).isInstanceOfAny(NotFound.class, Problem.class);
        }
        assertThat(deleted)
                .as("%s", response)
                .isEqualTo(aboutTheImage ? new DeleteAccepted((Image) seen) : problem(seen));
    }

    /** What DeleteStreamingImage meets where GetStreamingImage does: the same, but for its name. */
    private static Observation problem(Observation seen) {
        return seen instanceof Problem problem
                ? new Problem(problem.kind(), problem.description().replaceFirst("^GetStreaming", "DeleteStreaming"))
                : seen;
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noResponseButTheTwoThatSaySoMeansThatTheImageIsGone(@ForAll("responses") RawResponseServer.Response response) {
        server.responds(response);
        Observation seen = image().look();
        boolean gone = seen instanceof NotFound || seen instanceof Image image && image.phase() == Phase.GONE;
        if (gone) {
            boolean notFound = response.status() == 404
                    && (response.errorType() + response.body()).contains("ResourceNotFoundException");
            boolean deleted = response.status() / 100 == 2 && response.body().contains("\"DELETED\"");
            assertThat(notFound || deleted).as("%s", response).isTrue();
        }
    }

    @Provide
    Arbitrary<RawResponseServer.Response> responses() {
        Arbitrary<Integer> statuses =
                Arbitraries.of(200, 200, 200, 201, 301, 400, 402, 403, 404, 404, 408, 409, 418, 429, 500, 503);
        Arbitrary<String> types = Arbitraries.of(
                "",
                "ResourceNotFoundException",
                "ResourceNotFoundException:http://internal/",
                "ThrottlingException",
                "AccessDeniedException",
                "Nonsense",
                "\u0001");
        return Combinators.combine(statuses, types, bodies(), Arbitraries.of(true, false, false, false))
                .as((status, type, body, cutOff) -> new RawResponseServer.Response(status, type, body, cutOff));
    }

    private static Arbitrary<String> bodies() {
        Fields image = Fields.of(Map.of("streamingImageId", "image-1", "state", "READY"));
        Arbitrary<Fields> images = Combinators.combine(
                        Arbitraries.of(FIELDS),
                        HostileValues.values(),
                        Arbitraries.of("READY", "DELETED", "DELETE_FAILED"))
                .as((field, value, state) ->
                        image.without("state").and("state", state).and(field, value));
        Arbitrary<Object> values = Arbitraries.oneOf(
                HostileValues.values(), HostileValues.unreadableValues(), images.map(Object.class::cast));
        Arbitrary<String> errors = Combinators.combine(
                        Arbitraries.of("code", "message", "__type", "context"), HostileValues.values())
                .as((name, value) -> new Fields(List.of())
                        .and("code", "ResourceNotFoundException")
                        .and(name, value)
                        .toString());
        return Arbitraries.oneOf(
                values.map(value ->
                        new Fields(List.of()).and("streamingImage", value).toString()),
                values.map(value -> value instanceof Raw raw ? raw.text() : String.valueOf(value)),
                errors,
                Arbitraries.of("", "<html>", "null", "[]", "{\"streamingImage\":", "\u0000"));
    }

    private static StreamingImage image() {
        return new NimbleImage(service, "studio-1", "image-1", Events.STACK_ID);
    }
}
