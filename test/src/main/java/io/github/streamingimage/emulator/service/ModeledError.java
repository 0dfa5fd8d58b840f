package io.github.streamingimage.emulator.service;

/** One of the errors that a service's API has. */
public interface ModeledError {
    /** The name on the wire. */
    String shape();

    /** HTTP status. */
    int status();
}
