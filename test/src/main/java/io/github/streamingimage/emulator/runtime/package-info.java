/**
 * A client of Lambda's Runtime API in plain Java, for machines on which AWS's own cannot run: it has native libraries for Linux
 * only. {@link io.github.streamingimage.emulator.runtime.RuntimeLoop} is the main class of the function's process then.
 *
 * <p>Compared with AWS's client 2.9.0: the same tests pass with both. Unlike that, it runs handlers that are {@code
 * RequestStreamHandler}s only, and its context's logger prints what it is given, in no format.
 */
package io.github.streamingimage.emulator.runtime;
