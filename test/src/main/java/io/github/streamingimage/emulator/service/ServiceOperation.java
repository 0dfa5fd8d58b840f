package io.github.streamingimage.emulator.service;

/** One operation of a service's API. */
public interface ServiceOperation {
    String name();

    boolean changesImages();
}
