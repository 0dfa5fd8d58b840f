package io.github.streamingimage.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.RawResponseServer;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.hostile.HostileValues;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.time.SystemTime;
import java.nio.charset.StandardCharsets;
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

/** The adapter against responses that CloudFormation never gives, over real HTTP. */
class HostileStackResponsesTest {

    private static final String RESPONSE = "<DescribeStacksResponse><DescribeStacksResult><Stacks><member>%s</member>"
            + "</Stacks></DescribeStacksResult></DescribeStacksResponse>";

    private static final String LIST = "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>"
            + "<member>%s</member></StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>";

    private static RawResponseServer server;
    private static AwsService service;

    @BeforeContainer
    static void start() {
        server = new RawResponseServer();
        service = new AwsService(
                CloudFormationStacks.SERVICE, server.environment(), new SystemTime(), host -> Word.EXISTS);
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyResponseIsAnObservationAndOnlyAStatusSettlesAStack(
            @ForAll("responses") RawResponseServer.Response response) {
        server.responds(response);
        Observation seen = new CloudFormationStacks(service).look(Events.STACK_ID);
        if (seen instanceof Observation.Stack) {
            assertThat(response.status() / 100).isEqualTo(2);
            assertThat(response.body()).contains("StackStatus").doesNotContain("<!DOCTYPE");
        } else {
            assertThat(seen).isInstanceOf(Observation.StackProblem.class);
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyListIsAnObservationAndNoneIsEmptyThatCannotBeRead(
            @ForAll("responses") RawResponseServer.Response response) {
        server.responds(response);
        Observation seen = new CloudFormationStacks(service).resources(Events.STACK_ID, "Image", "id", "");
        if (seen instanceof Observation.StackResources) {
            assertThat(response.status() / 100).isEqualTo(2);
            assertThat(response.body()).contains("ListStackResourcesResult");
        } else {
            assertThat(seen).isInstanceOf(Observation.StackProblem.class);
        }
    }

    @Provide
    Arbitrary<RawResponseServer.Response> responses() {
        return Combinators.combine(
                        Arbitraries.of(200, 200, 200, 301, 400, 403, 404, 429, 500, 503),
                        bodies(),
                        Arbitraries.of(true, false, false, false))
                .as((status, body, cutOff) -> new RawResponseServer.Response(status, "", body, cutOff));
    }

    private static Arbitrary<String> bodies() {
        Arbitrary<String> texts = HostileValues.texts()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Arbitrary<String> members = Arbitraries.oneOf(
                texts.map(text -> "<StackStatus>" + text + "</StackStatus>"),
                texts.map(text -> "<StackStatus><![CDATA[" + text + "]]></StackStatus>"),
                texts.map(text -> "<StackStatus>DELETE_IN_PROGRESS</StackStatus><ParentId>" + text + "</ParentId>"),
                Arbitraries.of("<StackStatus/>", "<StackStatus><a/></StackStatus>", "<a>".repeat(500), "<StackName>"));
        Arbitrary<String> resources = texts.map(text -> "<LogicalResourceId>" + text + "</LogicalResourceId>");
        return Arbitraries.oneOf(
                members.map(RESPONSE::formatted),
                resources.map(LIST::formatted),
                texts,
                HostileValues.unreadableValues().map(String::valueOf),
                Arbitraries.of(
                        "",
                        "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>",
                        "<ErrorResponse><Error><Code>&#0;</Code></Error></ErrorResponse>",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                                + RESPONSE.formatted("<StackStatus>&b;</StackStatus>"),
                        "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(1000) + "\">]><a>" + "&b;".repeat(1000) + "</a>",
                        "{\"Stacks\":[]}"));
    }
}
