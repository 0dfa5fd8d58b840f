package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.emulator.RegionListener;

/** Shows a run while it goes on. */
public interface RunDisplay extends RegionListener {

    /** Shows nothing. */
    RunDisplay NONE = text -> {};

    /** A part of the run begins, or has a result. */
    void phase(String text);
}
