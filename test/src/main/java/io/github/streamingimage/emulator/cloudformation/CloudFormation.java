package io.github.streamingimage.emulator.cloudformation;

import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.emulator.http.DaemonThreads;
import io.github.streamingimage.emulator.http.LoopbackServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The CloudFormation service for stacks of custom resources that one function is behind. Operations run in the background;
 * everything that happens is recorded.
 */
public final class CloudFormation implements AutoCloseable {

    /** Long enough for whoever sent a response to learn first that it has arrived. */
    private static final Duration PROCESSING = Duration.ofMillis(10);

    private final FaultQueue<ResponseFault> responseFaults = new FaultQueue<>();
    private final RandomIdentifiers identifiers = new RandomIdentifiers();
    private final ExecutorService executor = Executors.newCachedThreadPool(DaemonThreads.named("cloudformation"));
    private final RealTime time = new RealTime();
    private final Journal journal;
    private final CloudFormationEngine engine;
    private final QueryEndpoint queries;
    private final HttpServer server;
    private final URI endpoint;

    private CloudFormation(
            String serviceToken, Consumer<byte[]> function, CloudFormationListener listener, RequestCheck check) {
        journal = new Journal(listener, request -> executor.execute(() -> function.accept(request.payload())));
        server = LoopbackServer.create();
        endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        engine = new CloudFormationEngine(time, identifiers, serviceToken, endpoint, PROCESSING, journal);
        server.setExecutor(executor);
        server.createContext(
                PresignedUrl.pathPrefix(FunctionArn.parse(serviceToken).region()),
                new ResponseEndpoint(time, engine.customResources(), journal, responseFaults));
        queries = new QueryEndpoint(time, engine.stacks(), check);
        server.createContext("/", queries);
        // The server's own thread is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, executor).join();
    }

    /**
     * Starts the service, in the region and account of the function.
     *
     * @param serviceToken the function's ARN
     * @param function invokes the function asynchronously; it gets the event
     * @param check looks at requests to the Query API
     */
    public static CloudFormation start(
            String serviceToken, Consumer<byte[]> function, CloudFormationListener listener, RequestCheck check) {
        return new CloudFormation(serviceToken, function, listener, check);
    }

    /** Where the Query API is, and the response URLs begin. */
    public URI endpoint() {
        return endpoint;
    }

    /** Begins to create a stack that is rolled back when its creation fails. */
    public StackOperation createStack(String name, StackTemplate template) {
        return createStack(name, template, OnFailure.ROLLBACK);
    }

    /** Begins to create a stack. */
    public StackOperation createStack(String name, StackTemplate template, OnFailure onFailure) {
        requireResources(template);
        return begin(
                () -> engine.addStack(name, Optional.empty()),
                (stack, then) -> engine.create(stack, template, onFailure, new Cancellation(), then));
    }

    /** Begins to update a stack, named or by id; an update that changes nothing is refused. */
    public StackOperation updateStack(String nameOrId, StackTemplate template) {
        requireResources(template);
        return begin(
                () -> {
                    Stack stack = engine.stacks().get(nameOrId);
                    StackUpdate.validate(stack, template);
                    return stack.begin(StackStatus.UPDATE_IN_PROGRESS, StackStatus::allowsUpdate);
                },
                (stack, then) -> engine.update(stack, template, new Cancellation(), then));
    }

    /** Begins to delete a stack, named or by id, or what an earlier deletion left of it. */
    public StackOperation deleteStack(String nameOrId) {
        return begin(
                () -> engine.stacks().get(nameOrId).begin(StackStatus.DELETE_IN_PROGRESS, StackStatus::allowsDelete),
                engine::delete);
    }

    /** Begins to continue the rollback of a stack, named or by id, in UPDATE_ROLLBACK_FAILED. */
    public StackOperation continueUpdateRollback(String nameOrId) {
        return begin(
                () -> engine.stacks()
                        .get(nameOrId)
                        .begin(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, StackStatus::allowsContinueRollback),
                engine::continueRollback);
    }

    /** A stack, named or by id, as it is now. */
    public StackDescription describe(String nameOrId) {
        return time.get(() -> engine.stacks().get(nameOrId).describe());
    }

    /** All stacks, nested and deleted ones included, in the order of their creation. */
    public List<StackDescription> stacks() {
        return time.get(
                () -> engine.stacks().all().stream().map(Stack::describe).toList());
    }

    /** What ListStackResources tells of a stack, named or by id, on all its pages. */
    public List<StackResource> resources(String nameOrId) {
        return time.get(() -> engine.stacks().get(nameOrId).listed());
    }

    /** What {@code Ref} gives: the physical id. */
    public String ref(String nameOrId, String logicalId) {
        return resource(nameOrId, logicalId).physicalId();
    }

    /**
     * What {@code Fn::GetAtt} gives: the attribute in the Data of the last successful response.
     *
     * @throws IllegalArgumentException when there is no such resource or attribute
     */
    public Object attribute(String nameOrId, String logicalId, String attribute) {
        return Optional.ofNullable(resource(nameOrId, logicalId).data().get(attribute))
                .orElseThrow(() ->
                        new IllegalArgumentException("CustomResource attribute error: Vendor response doesn't contain "
                                + attribute + " key in object " + logicalId));
    }

    /** Lets the next responses to response URLs meet a fault, after those asked for before. */
    public void failResponses(ResponseFault fault, int times) {
        responseFaults.add(fault, times);
    }

    /** Lets the next calls of DescribeStacks fail, after those asked for before. */
    public void failDescribeStacks(QueryError error, int times) {
        queries.fail(QueryApi.DESCRIBE_STACKS, error, times);
    }

    /** Lets the next calls of ListStackResources fail, after those asked for before. */
    public void failListStackResources(QueryError error, int times) {
        queries.fail(QueryApi.LIST_STACK_RESOURCES, error, times);
    }

    /** From now on, DescribeStacks tells what was true so long ago. */
    public void describeLate(Duration lateness) {
        queries.beLateBy(lateness);
    }

    /** From now on, CloudFormation's clock is ahead of the function's by this, or behind when it is negative. */
    public void skewClock(Duration ahead) {
        time.skew(ahead);
    }

    /** From now on, ResponseURLs have the older signature, without {@code X-Amz-Date}. */
    public void signWithoutDate() {
        identifiers.signWithoutDate();
    }

    /** All stack events, oldest first. */
    public List<StackEvent> events() {
        return journal.events();
    }

    /** All requests to the function, oldest first. */
    public List<SentRequest> requests() {
        return journal.requests();
    }

    /** All that came to response URLs, oldest first. */
    public List<ReceivedResponse> responses() {
        return journal.responses();
    }

    /** All breaches of the protocol, oldest first. */
    public List<Violation> violations() {
        return journal.violations();
    }

    /** Stops listening; operations under way are abandoned. */
    @Override
    public void close() {
        server.stop(0);
        time.close();
        executor.shutdownNow();
    }

    private LiveResource resource(String nameOrId, String logicalId) {
        return Optional.ofNullable(time.get(() -> engine.stacks().get(nameOrId).resources())
                        .get(logicalId))
                .orElseThrow(() -> new IllegalArgumentException("Resource " + logicalId + " does not exist"));
    }

    /** Begins an operation on the stack that is ready for it; whoever learns the outcome does so on a thread of its own. */
    private StackOperation begin(Supplier<Stack> ready, BiConsumer<Stack, Consumer<StackStatus>> operation) {
        return time.get(() -> {
            Stack stack = ready.get();
            CompletableFuture<StackStatus> outcome = new CompletableFuture<>();
            operation.accept(stack, status -> executor.execute(() -> outcome.complete(status)));
            return new StackOperation(stack.id(), outcome);
        });
    }

    private static void requireResources(StackTemplate template) {
        if (template.resources().isEmpty()) {
            throw new IllegalArgumentException("resources: at least one must be declared");
        }
    }
}
