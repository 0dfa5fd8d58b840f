package io.github.streamingimage.http;

/** What the resolver of host names says, asked anew each time. */
public interface Resolver {

    /** The ways in which a question about a name ends. */
    enum Word {
        /** The name exists, with an address or without. */
        EXISTS,
        /** The resolver says itself that the name does not exist (NXDOMAIN). */
        NO_SUCH_NAME,
        /** The resolver fails, refuses or is silent: nothing is known of the name. */
        NO_WORD
    }

    /** Asks about the name of a host. */
    Word ask(String host);
}
