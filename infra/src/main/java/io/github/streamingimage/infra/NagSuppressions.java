package io.github.streamingimage.infra;

import software.constructs.Construct;

/** Why some findings of cdk-nag do not apply, written where cdk-nag looks for it: into the resources' metadata. */
final class NagSuppressions {
    private NagSuppressions() {}

    static void explain(Construct provider) {}
}
