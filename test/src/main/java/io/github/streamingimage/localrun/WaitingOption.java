package io.github.streamingimage.localrun;

import java.util.Locale;

/** How the function waits in a run. */
enum WaitingOption {
    /** By itself, in one invocation. */
    INLINE,
    /** On the deployed state machine, one invocation for each look. */
    DURABLE;

    /** The name as the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
