package io.github.streamingimage.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.constructs.Construct;

/**
 * What images of all services can be told beside which image it is; everything may be left out, and null stands for the default.
 *
 * @param <B> the builder of one service's image
 */
public abstract class ImageBuilder<B extends ImageBuilder<B>> {
    private final Construct scope;
    private final String id;
    private OnRollback onRollback;
    private Duration serviceTimeout;
    private RemovalPolicy removalPolicy;

    ImageBuilder(Construct scope, String id) {
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

    final Duration serviceTimeout() {
        return serviceTimeout;
    }

    final RemovalPolicy removalPolicy() {
        return removalPolicy;
    }

    /** The resource's properties. Defaults are left out, so that a template says only what its author said. */
    final Map<String, Object> properties(Map<String, Object> image) {
        Map<String, Object> properties = new LinkedHashMap<>(image);
        if (onRollback != null && !onRollback.equals(OnRollback.RETAIN)) {
            properties.put("OnRollback", onRollback.value());
        }
        return properties;
    }

    /**
     * Sets what happens to the image when a failed stack operation is rolled back.
     *
     * @param value {@link OnRollback#RETAIN} unless set
     * @return this builder
     */
    public final B onRollback(OnRollback value) {
        onRollback = value;
        return self();
    }

    /**
     * Sets how long CloudFormation waits for a response.
     *
     * @param value whole seconds from 1 to 3600, or a token; an hour unless set
     * @return this builder
     * @throws IllegalArgumentException if CloudFormation would refuse it
     */
    public final B serviceTimeout(Duration value) {
        if (value != null) {
            Checks.serviceTimeout(value);
        }
        serviceTimeout = value;
        return self();
    }

    /**
     * Sets whether the image stays when its resource is removed.
     *
     * @param value {@link RemovalPolicy#DESTROY} unless set; {@link RemovalPolicy#RETAIN} lets it stay, for example until all
     *     instances of a StackSet stand, whose failed creates are deleted and not rolled back
     * @return this builder
     */
    public final B removalPolicy(RemovalPolicy value) {
        removalPolicy = value;
        return self();
    }
}
