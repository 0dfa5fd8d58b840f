package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.ResponseServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamingImageDeletionHandlerTest {

    @Test
    void isMadeAsLambdaMakesItAndRespondsWithoutAnyServiceToADeleteThatNamesNoImage() throws IOException {
        respondsToADeleteThatNamesNoImage(new StreamingImageDeletionHandler());
    }

    @Test
    void soIsTheOneOfAppStream() throws IOException {
        respondsToADeleteThatNamesNoImage(new AppStreamImageDeletionHandler());
    }

    private static void respondsToADeleteThatNamesNoImage(DeletionHandler handler) throws IOException {
        Context context = mock(Context.class);
        when(context.getRemainingTimeInMillis()).thenReturn(60_000);
        ByteArrayOutputStream returned = new ByteArrayOutputStream();
        try (ResponseServer server = new ResponseServer()) {
            Map<String, Object> event = Events.delete(server.url());
            event.put("PhysicalResourceId", "not-adopted-1");
            handler.handleRequest(new ByteArrayInputStream(Events.json(event)), returned, context);
            assertThat(server.received()).hasSize(1);
            assertThat(server.received().get(0).body()).contains("\"Status\":\"SUCCESS\"");
        }
        assertThat(returned.toString(StandardCharsets.UTF_8)).contains("\"done\":true");
    }
}
