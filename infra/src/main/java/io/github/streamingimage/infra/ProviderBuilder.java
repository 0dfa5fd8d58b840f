package io.github.streamingimage.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * What providers of all services can be told; everything may be left out, and null stands for the default.
 *
 * @param <B> the builder of one service's provider
 */
public abstract class ProviderBuilder<B extends ProviderBuilder<B>> {
    private final Construct scope;
    private final String id;
    private Waiting waiting;
    private Architecture architecture;
    private RetentionDays logRetention;
    private RemovalPolicy logRemovalPolicy;
    private IKey encryptionKey;
    private IKey logEncryptionKey;
    private IVpc vpc;
    private SubnetSelection vpcSubnets;
    private List<ISecurityGroup> securityGroups;
    private Code code;
    private boolean dashboard;
    private boolean executionLogs;
    private boolean tracing;

    ProviderBuilder(Construct scope, String id) {
        CdkVersion.check();
        this.scope = scope;
        this.id = id;
    }

    abstract B self();

    final Construct scope() {
        return scope;
    }

    final String id() {
        return id;
    }

    final ProviderOptions options() {
        return new ProviderOptions(
                waiting,
                architecture,
                logRetention,
                logRemovalPolicy,
                encryptionKey,
                logEncryptionKey,
                vpc,
                vpcSubnets,
                securityGroups,
                code,
                dashboard,
                executionLogs,
                tracing);
    }

    /** Where the function's code is, unless it is the jar that this library carries. */
    final B code(Code value) {
        code = value;
        return self();
    }

    /**
     * Sets how to wait for an image to be gone. From the state machine to inline in two deployments: executions that run while it
     * is removed end without a response.
     *
     * @param value {@link Waiting#STATE_MACHINE} unless set
     * @return this builder
     */
    public final B waiting(Waiting value) {
        waiting = value;
        return self();
    }

    /**
     * Sets the functions' processor.
     *
     * @param value {@link Architecture#ARM_64} unless set, the cheaper one
     * @return this builder
     */
    public final B architecture(Architecture value) {
        architecture = value;
        return self();
    }

    /**
     * Sets how long the log is kept.
     *
     * @param value a month unless set
     * @return this builder
     */
    public final B logRetention(RetentionDays value) {
        logRetention = value;
        return self();
    }

    /**
     * Sets what becomes of the log when the provider is removed.
     *
     * @param value {@link RemovalPolicy#DESTROY} unless set
     * @return this builder
     */
    public final B logRemovalPolicy(RemovalPolicy value) {
        logRemovalPolicy = value;
        return self();
    }

    /**
     * Sets the key for the state machine's definition and executions, which hold ResponseURLs, and for the functions' environment.
     *
     * <p>Not covered are Lambda's queue of asynchronous events, the failure records that it hands to the fallback function and
     * EventBridge's events, which hold ResponseURLs too and are encrypted with AWS's keys.
     *
     * @param value AWS's own keys unless set; the key itself and not an alias, and not with {@link Waiting#INLINE}. Its policy has
     *     to leave access to IAM, as CDK's keys do by default
     * @return this builder
     */
    public final B encryptionKey(IKey value) {
        encryptionKey = value;
        return self();
    }

    /**
     * Sets the key for the log, which holds no ResponseURL.
     *
     * @param value CloudWatch's own key unless set; the key itself and not an alias. A key of the app gets the policy that
     *     CloudWatch Logs needs, an imported one has to have it
     * @return this builder
     */
    public final B logEncryptionKey(IKey value) {
        logEncryptionKey = value;
        return self();
    }

    /**
     * Sets the network that the functions run in.
     *
     * <p>Images go before anything that stands below the network in the construct tree, its endpoints for example. What stands
     * elsewhere and is needed to get out, as an endpoint that was not made by {@code addInterfaceEndpoint}, has to be told:
     * {@code provider.getNode().addDependency(endpoint)}. Change it in another deployment than the one that removes an image.
     *
     * @param value Lambda's own unless set; from there CloudFormation, the images' service, Step Functions and S3, which takes
     *     the responses, have to be within reach
     * @return this builder
     */
    public final B vpc(IVpc value) {
        vpc = value;
        return self();
    }

    /**
     * Sets the subnets that the functions run in.
     *
     * @param value the private ones unless set; needs {@code vpc}
     * @return this builder
     */
    public final B vpcSubnets(SubnetSelection value) {
        vpcSubnets = value;
        return self();
    }

    /**
     * Sets the functions' security groups. Images go before them and their rules.
     *
     * @param value one per function, open for everything outbound, unless set; needs {@code vpc}
     * @return this builder
     */
    public final B securityGroups(List<? extends ISecurityGroup> value) {
        securityGroups = value == null ? null : List.copyOf(value);
        return self();
    }

    /**
     * Sets whether there is a CloudWatch dashboard, and with it saved queries for the log.
     *
     * @param value false unless set
     * @return this builder
     */
    public final B dashboard(boolean value) {
        dashboard = value;
        return self();
    }

    /**
     * Sets whether the state machine logs the events of its executions, to a log group of its own and without their data, which
     * hold ResponseURLs.
     *
     * @param value false unless set: the function logs every look
     * @return this builder
     */
    public final B executionLogs(boolean value) {
        executionLogs = value;
        return self();
    }

    /**
     * Sets whether AWS X-Ray traces the executions of the state machine.
     *
     * @param value false unless set
     * @return this builder
     */
    public final B tracing(boolean value) {
        tracing = value;
        return self();
    }
}
