package io.github.streamingimage.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

class StreamingImageDeletionTest {
    @Test
    void x() throws Exception {
        App app = new App();
        Stack stack = new Stack(app, "Stack");
        StreamingImageDeletion.Builder.create(stack, "Image")
                .studioId("s")
                .streamingImageId("i")
                .build();
        StreamingImageDeletion.Builder.create(stack, "Image2")
                .studioId("s")
                .streamingImageId("i2")
                .onRollback(OnRollback.DELETE)
                .build();
        System.out.println(new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Template.fromStack(stack).toJSON()));
    }
}
