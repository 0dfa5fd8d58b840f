/**
 * The local run: {@link io.github.streamingimage.localrun.LocalRun} creates and deletes a stack of images in an emulated region and
 * shows what happens. Started by {@code test/local-run}.
 */
package io.github.streamingimage.localrun;
