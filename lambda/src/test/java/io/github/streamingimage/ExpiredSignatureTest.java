package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.RawResponseServer;
import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.CloudFormationStacks;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature or token that is refused as out of date, as after a thaw: the whole function over real HTTP, on a virtual clock. */
class ExpiredSignatureTest {

    private static final Response READY = image("READY");
    private static final Response DELETING = image("DELETE_IN_PROGRESS");
    private static final Response GONE = new Response(404, "ResourceNotFoundException", "{}", false);
    private static final Response STACK = new Response(
            200,
            "",
            "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>DELETE_IN_PROGRESS</StackStatus>"
                    + "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>",
            false);

    private final RawResponseServer server = new RawResponseServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InvalidSignatureException",
                "SignatureDoesNotMatch",
                "AuthFailure",
                "ExpiredToken",
                "ExpiredTokenException",
                "RequestExpired",
                "UnrecognizedClientException"
            })
    void onceInAnyCallCostsNothingButTime(String type) {
        Response refused = new Response(403, type, "{\"message\":\"Signature expired\"}", false);
        Response stackRefused =
                new Response(403, "", "<ErrorResponse><Error><Code>" + type + "</Code></Error></ErrorResponse>", false);
        assertSucceeds(refused, READY, STACK, DELETING, DELETING, GONE);
        assertSucceeds(READY, stackRefused, READY, STACK, DELETING, GONE);
        assertSucceeds(READY, STACK, refused, READY, STACK, DELETING, GONE);
        assertSucceeds(READY, STACK, DELETING, DELETING, refused, DELETING, GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidSignatureException", "ExpiredTokenException"})
    void isQuotedAtTheDeadlineWhenItDoesNotPass(String type) {
        server.responds(new Response(403, type, "{\"message\":\"it is far too late\"}", false));
        assertThat((String) delete().get("Reason"))
                .startsWith("[DEADLINE_REACHED]")
                .contains(type + " (HTTP 403): it is far too late");
    }

    private void assertSucceeds(Response... responses) {
        server.responds(responses);
        assertThat(delete()).containsEntry("Status", "SUCCESS");
    }

    private Map<String, Object> delete() {
        VirtualTime time = new VirtualTime();
        Resolver resolver = host -> Word.EXISTS;
        return new InvokedFunction(
                        new NimbleStudio(service(NimbleStudio.SERVICE, time, resolver)),
                        new CloudFormationStacks(service(CloudFormationStacks.SERVICE, time, resolver)),
                        resolver,
                        time)
                .responseTo(Events.delete("https://response.example/key?" + Events.QUERY));
    }

    private AwsService service(ServiceName name, VirtualTime time, Resolver resolver) {
        return new AwsService(name, server.environment(), time, resolver);
    }

    private static Response image(String state) {
        return new Response(200, "", "{\"streamingImage\":{\"state\":\"" + state + "\"}}", false);
    }
}
