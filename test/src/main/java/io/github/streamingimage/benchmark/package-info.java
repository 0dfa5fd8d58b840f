/**
 * The benchmark: what waiting, scale and compute come to, on a virtual clock and in real time, each against baselines of the same run.
 * {@link io.github.streamingimage.benchmark.Benchmark} is the command, and each {@link io.github.streamingimage.benchmark.Section}
 * a part of its report.
 */
package io.github.streamingimage.benchmark;
