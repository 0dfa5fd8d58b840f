package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnWaitConditionHandle;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;
import software.constructs.IConstruct;
import software.constructs.IDependable;

/**
 * What deletes streaming images and waits until they are gone: a function, a state machine, their permissions, a log
 * and alarms.
 *
 * <p>A stack needs one, which its first {@link StreamingImageDeletion} makes. All of it comes into being before
 * {@link #getReady()} does, and goes after it.
 */
public final class StreamingImageDeletionProvider extends Construct implements IStreamingImageDeletionProvider {
    private static final String SINGLETON_ID = "StreamingImageDeletionProvider";

    // One look takes seconds; the rest is room for riding out throttles while an image is adopted, and for trying to
    // deliver an answer again. The state machine's tasks, in the definition, wait for a little longer than that.
    private static final Duration TIMEOUT_OF_A_LOOK = Duration.minutes(3);

    // The most that Lambda allows.
    private static final Duration TIMEOUT_OF_WAITING_INLINE = Duration.minutes(15);

    // Ten minutes before the longest ServiceTimeout is over: an event that is older is given up, and the last resort
    // has the time left to say so. All attempts of an inline wait have begun by then.
    private static final Duration MAX_EVENT_AGE = Duration.minutes(50);

    // The most that Lambda allows: after about one and two minutes.
    private static final int RETRY_ATTEMPTS = 2;

    private final Function function;
    private final StateMachine stateMachine;
    private final LogGroup logGroup;
    private final DeletionAlarms alarms;
    private final Dashboard dashboard;
    private final CfnWaitConditionHandle ready;

    /**
     * Makes a provider with the defaults.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     */
    public StreamingImageDeletionProvider(Construct scope, String id) {
        this(scope, id, StreamingImageDeletionProviderProps.builder().build());
    }

    /**
     * Makes a provider.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     * @param props what differs from the defaults
     */
    public StreamingImageDeletionProvider(Construct scope, String id, StreamingImageDeletionProviderProps props) {
        super(scope, id);
        // Removed with the stack: while a deletion fails, the stack, and with it the log, stays.
        logGroup = LogGroup.Builder.create(this, "Log")
                .retention(props.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Code code = FunctionCode.of(this);
        LastResort lastResort = new LastResort(this, "LastResort", props, code, logGroup);
        Optional<WaitingStateMachine> waiting = props.waiting() == Waiting.STATE_MACHINE
                ? Optional.of(new WaitingStateMachine(this, "Waiting", props.encryptionKey()))
                : Optional.empty();
        stateMachine = waiting.map(WaitingStateMachine::stateMachine).orElse(null);
        function = deletion(props, code, lastResort.function(), waiting);
        waiting.ifPresent(it -> {
            it.mayInvoke(function);
            lastResort.answersForExecutionsOf(it.stateMachine());
        });
        alarms = new DeletionAlarms(this, "Alarms", logGroup, function, lastResort.function());
        dashboard = props.dashboard()
                ? new DeletionDashboard(
                                this, "Operating", logGroup, alarms, function, lastResort.function(), getStateMachine())
                        .dashboard()
                : null;
        if (props.permissionsBoundary() != null) {
            PermissionsBoundary.of(this).apply(props.permissionsBoundary());
        }
        // A resource that costs and does nothing, but depends on everything above: one dependency instead of a dozen
        // in each image's resource, and the reverse when they are deleted.
        ready = new CfnWaitConditionHandle(this, "Ready");
        ready.getNode().addDependency(this);
    }

    private Function deletion(
            StreamingImageDeletionProviderProps props,
            Code code,
            IFunction lastResort,
            Optional<WaitingStateMachine> waiting) {
        List<PolicyStatement> permissions = new ArrayList<>(List.of(
                Permissions.look(Stack.of(this), props.studioIds()),
                Permissions.delete(Stack.of(this), props.studioIds()),
                Permissions.forwardedByNimbleStudio(),
                Permissions.stacks(Stack.of(this)),
                Permissions.invoke("HandOverToTheLastResort", lastResort)));
        waiting.ifPresent(it -> permissions.addAll(it.permissionsToStart()));
        Function made = new ProviderFunction(
                        this,
                        "Deletion",
                        props,
                        code,
                        logGroup,
                        "Deletes streaming images together with the stacks that declare them",
                        waiting.isPresent() ? TIMEOUT_OF_A_LOOK : TIMEOUT_OF_WAITING_INLINE,
                        waiting.map(it -> Map.of(
                                        "STATE_MACHINE_ARN", it.stateMachine().getStateMachineArn()))
                                .orElse(Map.of()),
                        permissions)
                .function();
        CfnEventInvokeConfig.Builder.create(this, "Retries")
                .functionName(made.getFunctionName())
                .qualifier("$LATEST")
                .maximumEventAgeInSeconds(MAX_EVENT_AGE.toSeconds())
                .maximumRetryAttempts(RETRY_ATTEMPTS)
                .destinationConfig(CfnEventInvokeConfig.DestinationConfigProperty.builder()
                        .onFailure(CfnEventInvokeConfig.OnFailureProperty.builder()
                                .destination(lastResort.getFunctionArn())
                                .build())
                        .build())
                .build();
        return made;
    }

    /**
     * The stack's own provider, made with the defaults unless it is there already.
     *
     * @param scope a construct of the stack
     * @return always the same for one stack; a nested stack is a stack of its own
     */
    public static StreamingImageDeletionProvider getOrCreate(Construct scope) {
        Stack stack = Stack.of(scope);
        IConstruct existing = stack.getNode().tryFindChild(SINGLETON_ID);
        return existing == null
                ? new StreamingImageDeletionProvider(stack, SINGLETON_ID)
                : (StreamingImageDeletionProvider) existing;
    }

    /**
     * Refers to a provider that was deployed elsewhere in the same region.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     * @param serviceToken the ARN of its function, or a token for it
     * @return a provider without resources
     */
    public static IStreamingImageDeletionProvider fromServiceToken(Construct scope, String id, String serviceToken) {
        return new ImportedProvider(scope, id, serviceToken);
    }

    @Override
    public String getServiceToken() {
        return function.getFunctionArn();
    }

    @Override
    public IDependable getReady() {
        return ready;
    }

    /**
     * The function that CloudFormation calls.
     *
     * @return to be given further permissions, or metrics to be taken from
     */
    public IFunction getFunction() {
        return function;
    }

    /**
     * The state machine that waits.
     *
     * @return empty if the function waits inline
     */
    public Optional<IStateMachine> getStateMachine() {
        return Optional.ofNullable(stateMachine);
    }

    /**
     * The log, one line of JSON per thing that happened.
     *
     * @return the log group
     */
    public ILogGroup getLogGroup() {
        return logGroup;
    }

    /**
     * Goes off when a deletion failed, and with it that of the stack.
     *
     * @return an alarm without actions, to which they can be added
     */
    public Alarm getDeletionFailedAlarm() {
        return alarms.deletionFailed();
    }

    /**
     * Goes off when CloudFormation could not be answered: the stack waits until its timeout.
     *
     * @return an alarm without actions, to which they can be added
     */
    public Alarm getAnswerUndeliveredAlarm() {
        return alarms.answerUndelivered();
    }

    /**
     * What operators look at.
     *
     * @return empty unless the provider was told to have a dashboard
     */
    public Optional<Dashboard> getDashboard() {
        return Optional.ofNullable(dashboard);
    }
}
