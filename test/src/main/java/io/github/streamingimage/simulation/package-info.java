/** Deterministic simulation of the whole protocol: the function's real code in a world of chance, on a virtual clock. */
package io.github.streamingimage.simulation;
