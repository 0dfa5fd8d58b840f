package io.github.streamingimage.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.RawResponseServer;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.time.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers with document types, which could make a parser read files, call servers, or take a text for another. */
class ExternalEntitiesTest {

    private static final String STACK = "<DescribeStacksResponse><DescribeStacksResult><Stacks><member>"
            + "<StackStatus>%s</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>";
    private static final String ERROR =
            "<ErrorResponse><Error><Code>Throttling</Code><Message>%s</Message></Error></ErrorResponse>";
    private static final String SECRET = "DELETE_IN_PROGRESS_OF_A_FILE";

    @TempDir
    private Path directory;

    private final RawResponseServer server = new RawResponseServer();
    private final RawResponseServer elsewhere = new RawResponseServer();

    @AfterEach
    void stop() {
        server.close();
        elsewhere.close();
    }

    @Test
    void noFileIsReadForAStatus() throws IOException {
        assertThat(observe(200, entity("SYSTEM \"" + file() + "\"") + STACK.formatted("&e;")))
                .isInstanceOf(Observation.StackProblem.class)
                .asString()
                .doesNotContain(SECRET);
    }

    @Test
    void noFileIsReadForTheMessageOfAnError() throws IOException {
        assertThat(observe(400, entity("SYSTEM \"" + file() + "\"") + ERROR.formatted("&e;")))
                .isInstanceOf(Observation.StackProblem.class)
                .asString()
                .doesNotContain(SECRET);
    }

    @Test
    void noServerIsCalledForAnEntityOrADocumentType() {
        elsewhere.responds(new RawResponseServer.Response(200, "", "DELETE_IN_PROGRESS", false));
        String outside = "SYSTEM \"" + elsewhere.endpoint() + "/\"";
        assertThat(observe(200, entity(outside) + STACK.formatted("&e;"))).isInstanceOf(Observation.StackProblem.class);
        observe(200, "<!DOCTYPE DescribeStacksResponse " + outside + ">" + STACK.formatted("DELETE_IN_PROGRESS"));
        assertThat(elsewhere.lastCall()).isNull();
    }

    @Test
    void noEntityOfTheDocumentsOwnBecomesAStatus() {
        assertThat(observe(200, entity("\"DELETE_IN_PROGRESS\"") + STACK.formatted("&e;")))
                .isInstanceOf(Observation.StackProblem.class);
    }

    @Test
    void theSameAnswerWithoutADocumentTypeIsRead() {
        assertThat(observe(200, STACK.formatted("DELETE_IN_PROGRESS"))).isInstanceOf(Observation.Stack.class);
    }

    private static String entity(String definition) {
        return "<!DOCTYPE DescribeStacksResponse [<!ENTITY e " + definition + ">]>";
    }

    private String file() throws IOException {
        return Files.writeString(directory.resolve("status"), SECRET).toUri().toString();
    }

    private Observation observe(int status, String body) {
        server.responds(new RawResponseServer.Response(status, "", body, false));
        return new CloudFormationStacks(new AwsService(
                        CloudFormationStacks.SERVICE, server.environment(), new SystemTime(), new DnsResolver()))
                .look(Events.STACK_ID);
    }
}
