package io.github.streamingimage.infra;

import java.util.function.Function;
import software.amazon.awscdk.CfnWaitConditionHandle;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;
import software.constructs.IConstruct;
import software.constructs.IDependable;

/**
 * What deletes the images of one service and waits until they are gone: a function, a state machine, their permissions, a log
 * and alarms.
 *
 * <p>All of it comes into being before {@link #getReady()} does, and goes after it.
 *
 * <p>A stack's own provider, the default, goes with the stack and needs nobody else. Share one, from a stack of its own, when several
 * stacks declare images: one role to review, one log to read, two alarms to pay. Give a stack its own all the same when its
 * images need a network, a key or narrower permissions that the others must not have.
 *
 * <p>Deletes that come in the clean-up of an update run with what that update has deployed. What they need is changed in <b>two
 * deployments</b>: first remove the images, then change waiting, network, keys, allowed images or a permissions boundary.
 */
public abstract class ImageDeletionProvider extends Construct implements IImageDeletionProvider {
    private final DeletionFunction function;
    private final WaitingStateMachine waiting;
    private final LogGroup logGroup;
    private final DeletionAlarms alarms;
    private final Dashboard dashboard;
    private final CfnWaitConditionHandle ready;
    private final String importedServiceToken;

    ImageDeletionProvider(
            Construct scope,
            String id,
            DeployedService service,
            ProviderOptions options,
            ImagePermissions permissions) {
        super(scope, id);
        logGroup = LogGroup.Builder.create(this, "Log")
                .retention(options.logRetention())
                .removalPolicy(options.logRemovalPolicy())
                .encryptionKey(options.logEncryptionKey())
                .build();
        if (options.logEncryptionKey() != null) {
            options.logEncryptionKey().addToResourcePolicy(Permissions.encryptLogs(Stack.of(this)));
        }
        Code code = options.code() == null ? FunctionCode.of(this) : options.code();
        ProviderFunctions functions = new ProviderFunctions(service, options, permissions, code, logGroup);
        FallbackFunction fallback = new FallbackFunction(this, functions);
        waiting = options.waiting() == Waiting.STATE_MACHINE ? new WaitingStateMachine(this, service, options) : null;
        function = new DeletionFunction(this, functions, fallback.function(), waiting);
        if (waiting != null) {
            waiting.mayInvoke(function.function());
            fallback.respondsForExecutionsOf(waiting.stateMachine());
        }
        alarms = new DeletionAlarms(this, service, logGroup, function.function(), fallback);
        dashboard = options.dashboard()
                ? new DeletionDashboard(
                                this, logGroup, alarms, function.function(), fallback.function(), getStateMachine())
                        .dashboard()
                : null;
        new ProvidersOfApp(this, service).warnOfOneTooMany();
        // For good, whoever imports it: an export that goes with the last image of another stack cannot go before
        // that image, and a reference that CDK makes may be weak, so that this stack could be deleted first. Exports
        // of a nested stack would hold its parent.
        importedServiceToken = isNested(Stack.of(this)) ? null : Stack.of(this).exportValue(getServiceToken());
        // A resource that costs and does nothing, but depends on everything above: one dependency instead of a dozen
        // in each image's resource, and the reverse when they are deleted.
        ready = new CfnWaitConditionHandle(this, "Ready");
        ready.getNode().addDependency(this);
        if (options.vpc() != null) {
            // The way out: endpoints and rules of security groups, which no function names. The functions do not
            // depend on them, since a rule of a security group may name a function's.
            ready.getNode().addDependency(options.vpc());
            options.securityGroups().forEach(ready.getNode()::addDependency);
        }
    }

    /** The stack's own provider of a service, made unless it is there already. */
    static <P extends ImageDeletionProvider> P getOrCreate(
            Construct scope, DeployedService service, Class<P> type, Function<Stack, P> make) {
        Stack stack = Stack.of(scope);
        IConstruct existing = stack.getNode().tryFindChild(service.providerId());
        if (existing != null && !type.isInstance(existing)) {
            throw new IllegalStateException(
                    "%s is taken by something that is no %s: give the images a provider, or that another id"
                            .formatted(existing.getNode().getPath(), type.getSimpleName()));
        }
        return existing == null ? make.apply(stack) : type.cast(existing);
    }

    /** The service token as the stack of an image gets it: imported, unless it is this stack or both have the same parent. */
    final String serviceTokenFor(ImageDeletion image) {
        Stack own = Stack.of(this);
        return importedServiceToken == null || outermost(Stack.of(image)) == own
                ? getServiceToken()
                : importedServiceToken;
    }

    private static Stack outermost(Stack stack) {
        return isNested(stack) ? outermost(stack.getNestedStackParent()) : stack;
    }

    private static boolean isNested(Stack stack) {
        return stack.getNestedStackParent() != null;
    }

    @Override
    public String getServiceToken() {
        return getFunction().getFunctionArn();
    }

    @Override
    public IDependable getReady() {
        return ready;
    }

    /**
     * The function that CloudFormation calls.
     *
     * <p>A grant to it becomes a part of the provider, before which no image is made: {@code bucket.grantRead(provider.getFunction())}
     * closes a cycle, which CloudFormation refuses, if the bucket takes an attribute of an image or depends on it.
     *
     * @return to be given further permissions, or metrics to be taken from
     */
    public IFunction getFunction() {
        return function.function();
    }

    /**
     * The state machine that waits.
     *
     * @return null if the function waits inline
     */
    public IStateMachine getStateMachine() {
        return waiting == null ? null : waiting.stateMachine();
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
     * Goes off when CloudFormation may have got no response: the stack waits until its timeout.
     *
     * @return an alarm without actions, to which they can be added
     */
    public Alarm getAnswerUndeliveredAlarm() {
        return alarms.answerUndelivered();
    }

    /**
     * Counts the deletions that failed.
     *
     * @return the sum over five minutes, as the alarm takes it
     */
    public IMetric metricDeletionFailed() {
        return alarms.metricDeletionFailed();
    }

    /**
     * Counts the responses that may have reached nobody.
     *
     * @return the sum over five minutes, as the alarm takes it
     */
    public IMetric metricAnswerUndelivered() {
        return alarms.metricAnswerUndelivered();
    }

    /**
     * What operators look at.
     *
     * @return null unless the provider was told to have a dashboard
     */
    public Dashboard getDashboard() {
        return dashboard;
    }
}
