package io.github.streamingimage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The region finds a ResponseURL that has left the function. What prints and answers here is not the function, which never would. */
class LeaksIT {

    private static final FunctionConfiguration CANNOT_START =
            EmulatedRegion.functionConfiguration().withJvmOptions(List.of("-Xno-such-option"));

    private EmulatedRegion region;
    private SentRequest request;
    private URI responseUrl;

    @BeforeEach
    void sendARequestThatNobodyCanAnswer() throws Exception {
        CompletableFuture<SentRequest> sent = new CompletableFuture<>();
        region = EmulatedRegion.start(CANNOT_START, new RegionListener() {
            @Override
            public void requestSent(SentRequest each) {
                sent.complete(each);
            }
        });
        region.cloudFormation()
                .createStack(
                        "images",
                        new StackTemplate(Map.of(
                                "Image",
                                CustomResource.of(Map.of("StudioId", "studio-1", "StreamingImageId", "image-1")))));
        request = sent.get(1, TimeUnit.MINUTES);
        responseUrl = URI.create(request.event().path("ResponseURL").asText());
    }

    @AfterEach
    void stop() {
        region.close();
    }

    @Test
    void thereAreNoneWhenTheUrlWasOnlyUsed() throws Exception {
        answer("no reason");
        region.close();
        assertThat(region.leaks()).isEmpty();
    }

    @Test
    void anAnswerThatTellsItIsFound() throws Exception {
        answer("could not PUT to " + responseUrl);
        region.close();
        assertThat(region.leaks()).containsExactly(responseUrl.getRawQuery());
    }

    @Test
    void outputThatTellsItIsFound() throws Exception {
        region.configure(CANNOT_START.withJvmOptions(List.of("-X" + responseUrl.getRawQuery())));
        region.function().invoke(request.payload()).get(1, TimeUnit.MINUTES);
        region.close();
        assertThat(region.leaks()).containsExactly(responseUrl.getRawQuery());
    }

    private void answer(String reason) throws Exception {
        String body = """
                {"Status":"FAILED","Reason":"%s","PhysicalResourceId":"none","RequestId":"%s","StackId":"%s","LogicalResourceId":"Image"}""".formatted(reason, request.requestId(), request.stackId());
        HttpRequest put = HttpRequest.newBuilder(responseUrl)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofMinutes(1))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(put, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        assertThat(region.cloudFormation().responses()).hasSize(1);
    }
}
