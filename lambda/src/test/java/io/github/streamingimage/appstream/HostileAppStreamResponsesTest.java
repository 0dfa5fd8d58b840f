package io.github.streamingimage.appstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.RawResponseServer;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
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

/** The adapter against responses that AppStream never gives, over real HTTP. */
class HostileAppStreamResponsesTest {

    private static final List<String> FIELDS = List.of(
            "Name", "Arn", "BaseImageArn", "State", "Visibility", "Platform", "StateChangeReason", "CreatedTime");
    private static final String OTHERS_OR_NONE =
            "the list is empty, or has only images that bear the name and were created at another time";

    private static RawResponseServer server;
    private static AwsService service;

    @BeforeContainer
    static void start() {
        server = new RawResponseServer();
        service = new AwsService(AppStream.SERVICE, server.environment(), new SystemTime(), host -> Word.EXISTS);
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyResponseIsAnObservation(@ForAll("responses") RawResponseServer.Response response) {
        server.responds(response);
        Observation seen = adopted().look();
        Observation deleted = adopted().delete("token");
        if (seen instanceof Image image) {
            assertThat(response.status() / 100).as("%s", response).isEqualTo(2);
            assertThat(response.cutOff()).as("%s", response).isFalse();
            assertThat(image.physicalResourceId()).isEqualTo("image-1|2026-01-01T00:00:00Z");
            assertThat(deleted)
                    .as("a list is no response to DeleteImage")
                    .asInstanceOf(type(Problem.class))
                    .extracting(Problem::kind)
                    .isEqualTo(Kind.UNAVAILABLE);
        } else {
            assertThat(seen).isInstanceOfAny(NotFound.class, Problem.class);
            assertThat(deleted).as("nothing is deleted").isEqualTo(seen);
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noResponseButThoseThatSaySoMeansThatTheImageIsGone(@ForAll("responses") RawResponseServer.Response response) {
        server.responds(response);
        if (adopted().look() instanceof NotFound) {
            boolean notFound = response.status() / 100 == 4
                    && (response.errorType() + response.body()).contains("ResourceNotFoundException");
            boolean listed = response.status() / 100 == 2
                    && response.body().contains("\"Images\"")
                    && !response.body().contains("\"CreatedTime\":1767225600,");
            assertThat(notFound || listed)
                    .as("%s, or %s", OTHERS_OR_NONE, response)
                    .isTrue();
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noImageIsSeenUnderAnIdThatCannotBeReadBack(@ForAll("responses") RawResponseServer.Response response) {
        server.responds(response);
        AppStream appStream = new AppStream(service);
        Observation seen =
                appStream.declared(Map.of("ImageName", "image-1"), "").look();
        if (seen instanceof Image image) {
            assertThat(appStream.identified(image.physicalResourceId())).isPresent();
        }
    }

    @Provide
    Arbitrary<RawResponseServer.Response> responses() {
        Arbitrary<Integer> statuses =
                Arbitraries.of(200, 200, 200, 201, 301, 400, 400, 400, 403, 404, 408, 429, 500, 503);
        Arbitrary<String> types =
                Arbitraries.of("", "", "", "ResourceNotFoundException", "ThrottlingException", "\u0001");
        return Combinators.combine(statuses, types, bodies(), Arbitraries.of(true, false, false, false))
                .as((status, type, body, cutOff) -> new RawResponseServer.Response(status, type, body, cutOff));
    }

    private static Arbitrary<String> bodies() {
        Fields image = Fields.of(Map.of("Name", "image-1", "State", "AVAILABLE"))
                .and("CreatedTime", new Raw("1767225600"))
                .and("Last", true);
        Arbitrary<Object> images = Combinators.combine(Arbitraries.of(FIELDS), HostileValues.values())
                .as((field, value) -> image.without(field).and(field, value));
        Arbitrary<Object> times = Arbitraries.of("1767225600", "1767225601", "1.7672256E9", "-5", "1e999")
                .map(time -> image.without("CreatedTime")
                        .and("CreatedTime", new Raw(time))
                        .and("End", true));
        Arbitrary<Object> items =
                Arbitraries.oneOf(images, times, HostileValues.values(), HostileValues.unreadableValues());
        Arbitrary<Object> lists = items.list().ofMaxSize(2).map(Object.class::cast);
        Arbitrary<String> pages = Combinators.combine(
                        Arbitraries.oneOf(lists, items), Arbitraries.of(true, false), HostileValues.values())
                .as((list, last, token) -> {
                    Fields page = new Fields(List.of()).and("Images", list);
                    return (last ? page : page.and("NextToken", token)).toString();
                });
        Arbitrary<String> errors = Combinators.combine(
                        Arbitraries.of("__type", "Message", "message", "code"), HostileValues.values())
                .as((name, value) -> new Fields(List.of())
                        .and("__type", "a#ResourceNotFoundException")
                        .and(name, value)
                        .toString());
        return Arbitraries.oneOf(
                pages, pages, errors, Arbitraries.of("", "<html>", "null", "[]", "{}", "{\"Images\":[", "\u0000"));
    }

    private static StreamingImage adopted() {
        return new AppStream(service).identified("image-1|2026-01-01T00:00:00Z").orElseThrow();
    }
}
