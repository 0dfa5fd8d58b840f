package io.github.streamingimage.infra;

import java.util.List;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Properties of a {@link StreamingImageDeletionProvider}, free of contradictions; null stands for the default, and once
 * constructed only {@code encryptionKey}, {@code vpc}, {@code vpcSubnets} and {@code permissionsBoundary} can be null.
 *
 * @param waiting {@link Waiting#STATE_MACHINE} by default
 * @param architecture {@link Architecture#ARM_64} by default, the cheaper one
 * @param logRetention how long the function's log is kept: a month by default
 * @param encryptionKey encrypts what can hold the address of an answer beside AWS's own keys: the state machine's
 *     definition and executions, and the functions' environment; its policy has to leave access to IAM, as CDK's keys
 *     do by default
 * @param vpc the network the functions run in; from there CloudFormation, Nimble Studio, Step Functions and S3, which
 *     takes the answers, have to be within reach
 * @param vpcSubnets the private subnets by default; needs {@code vpc}
 * @param securityGroups one per function by default, open for everything outbound; needs {@code vpc}
 * @param permissionsBoundary set on all roles
 * @param studioIds the studios whose images may be deleted: any by default
 * @param dashboard whether there is a CloudWatch dashboard, and saved queries for the log: not by default
 */
public record StreamingImageDeletionProviderProps(
        Waiting waiting,
        Architecture architecture,
        RetentionDays logRetention,
        IKey encryptionKey,
        IVpc vpc,
        SubnetSelection vpcSubnets,
        List<ISecurityGroup> securityGroups,
        IManagedPolicy permissionsBoundary,
        List<String> studioIds,
        boolean dashboard) {

    /**
     * Fills in defaults and refuses contradictions; {@link #builder()} is the way to spell it out.
     *
     * @param waiting as above
     * @param architecture as above
     * @param logRetention as above
     * @param encryptionKey as above
     * @param vpc as above
     * @param vpcSubnets as above
     * @param securityGroups as above
     * @param permissionsBoundary as above
     * @param studioIds as above
     * @param dashboard as above
     */
    public StreamingImageDeletionProviderProps {
        waiting = waiting == null ? Waiting.STATE_MACHINE : waiting;
        architecture = architecture == null ? Architecture.ARM_64 : architecture;
        logRetention = logRetention == null ? RetentionDays.ONE_MONTH : logRetention;
        securityGroups = securityGroups == null ? List.of() : List.copyOf(securityGroups);
        studioIds = studioIds == null ? List.of() : List.copyOf(studioIds);
        if (vpc == null && vpcSubnets != null) {
            throw new IllegalArgumentException("vpcSubnets needs vpc, which is missing");
        }
        if (vpc == null && !securityGroups.isEmpty()) {
            throw new IllegalArgumentException("securityGroups needs vpc, which is missing");
        }
        if (!Token.isUnresolved(studioIds)) {
            studioIds.forEach(id -> Checks.matches("studioIds", id, StreamingImageDeletionProps.STUDIO_ID));
        }
    }

    /**
     * Starts a set of properties.
     *
     * @return a builder without any value
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects {@link StreamingImageDeletionProviderProps}; every property may be left out. */
    public static final class Builder {
        private Waiting waiting;
        private Architecture architecture;
        private RetentionDays logRetention;
        private IKey encryptionKey;
        private IVpc vpc;
        private SubnetSelection vpcSubnets;
        private List<ISecurityGroup> securityGroups;
        private IManagedPolicy permissionsBoundary;
        private List<String> studioIds;
        private boolean dashboard;

        private Builder() {}

        /**
         * Sets how to wait for an image to be gone.
         *
         * @param value {@link Waiting#STATE_MACHINE} unless set
         * @return this builder
         */
        public Builder waiting(Waiting value) {
            waiting = value;
            return this;
        }

        /**
         * Sets the functions' processor.
         *
         * @param value {@link Architecture#ARM_64} unless set
         * @return this builder
         */
        public Builder architecture(Architecture value) {
            architecture = value;
            return this;
        }

        /**
         * Sets how long the log is kept.
         *
         * @param value a month unless set
         * @return this builder
         */
        public Builder logRetention(RetentionDays value) {
            logRetention = value;
            return this;
        }

        /**
         * Sets the key for what can hold the address of an answer.
         *
         * @param value AWS's own keys unless set
         * @return this builder
         */
        public Builder encryptionKey(IKey value) {
            encryptionKey = value;
            return this;
        }

        /**
         * Sets the network that the functions run in.
         *
         * @param value Lambda's own unless set
         * @return this builder
         */
        public Builder vpc(IVpc value) {
            vpc = value;
            return this;
        }

        /**
         * Sets the subnets that the functions run in.
         *
         * @param value the private ones unless set
         * @return this builder
         */
        public Builder vpcSubnets(SubnetSelection value) {
            vpcSubnets = value;
            return this;
        }

        /**
         * Sets the functions' security groups.
         *
         * @param value one per function, open for everything outbound, unless set
         * @return this builder
         */
        public Builder securityGroups(List<ISecurityGroup> value) {
            securityGroups = value;
            return this;
        }

        /**
         * Sets the permissions boundary of all roles.
         *
         * @param value none unless set
         * @return this builder
         */
        public Builder permissionsBoundary(IManagedPolicy value) {
            permissionsBoundary = value;
            return this;
        }

        /**
         * Sets the studios whose images may be deleted.
         *
         * @param value all of them unless set
         * @return this builder
         */
        public Builder studioIds(List<String> value) {
            studioIds = value;
            return this;
        }

        /**
         * Sets whether there is a dashboard, and with it saved queries for the log.
         *
         * @param value false unless set
         * @return this builder
         */
        public Builder dashboard(boolean value) {
            dashboard = value;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the properties collected
         * @throws IllegalArgumentException if one of them is not allowed; the message names it
         */
        public StreamingImageDeletionProviderProps build() {
            return new StreamingImageDeletionProviderProps(
                    waiting,
                    architecture,
                    logRetention,
                    encryptionKey,
                    vpc,
                    vpcSubnets,
                    securityGroups,
                    permissionsBoundary,
                    studioIds,
                    dashboard);
        }
    }
}
