package io.github.streamingimage.emulator.cloudformation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The emulator with a fake function behind it, and the questions that tests ask. */
final class ScriptedStacks implements AutoCloseable {

    static final String FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:deletion";

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    final FakeFunction function = new FakeFunction();
    final CloudFormation cloudFormation;

    ScriptedStacks() {
        this(RequestCheck.NONE);
    }

    ScriptedStacks(RequestCheck check) {
        cloudFormation = CloudFormation.start(FUNCTION, function, new CloudFormationListener() {}, check);
    }

    static CustomResource image(String imageId) {
        return CustomResource.of(Map.of("StudioId", "studio-1", "StreamingImageId", imageId));
    }

    static CustomResource impatientImage(String imageId) {
        return CustomResource.of(Map.of("StudioId", "studio-1", "StreamingImageId", imageId, "ServiceTimeout", 1));
    }

    StackStatus finish(StackOperation operation) {
        return operation.await(DEADLINE);
    }

    String create(StackTemplate template) {
        StackOperation operation = cloudFormation.createStack("images", template);
        if (finish(operation) != StackStatus.CREATE_COMPLETE) {
            throw new AssertionError("not created: " + cloudFormation.events());
        }
        return operation.stackId();
    }

    /** All requests, in the form {@code Delete studio-1|image-1}. */
    List<String> requests() {
        return cloudFormation.requests().stream()
                .map(request -> (request.type().wireName() + " " + request.physicalId()).strip())
                .toList();
    }

    /** All statuses of a stack, in order. */
    List<String> statuses(String stackId) {
        return cloudFormation.events().stream()
                .filter(event -> event.stackId().equals(stackId) && event.isAboutStack())
                .map(StackEvent::status)
                .toList();
    }

    /** All statuses of a resource, in order. */
    List<String> statuses(String stackId, String logicalId) {
        return cloudFormation.events().stream()
                .filter(event ->
                        event.stackId().equals(stackId) && event.logicalId().equals(logicalId))
                .map(StackEvent::status)
                .toList();
    }

    /** Lets no Create be answered, except that of {@code Gate}, and that only once something else is being created. */
    void holdCreations() {
        function.behave(event -> {
            boolean create = event.path("RequestType").asText().equals("Create");
            if (create && !event.path("LogicalResourceId").asText().equals("Gate")) {
                return Optional.empty();
            }
            if (create) {
                await(() -> cloudFormation.requests().size() > 1);
            }
            return Optional.of(FakeFunction.success(event));
        });
    }

    SentRequest awaitRequest(int number) {
        await(() -> cloudFormation.requests().size() >= number);
        return cloudFormation.requests().get(number - 1);
    }

    void await(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time; requests " + requests());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        cloudFormation.close();
        function.close();
    }
}
