/** Nimble Studio: the port that the drivers use, and its adapter. The only package that knows the API of Nimble Studio. */
package io.github.streamingimage.nimble;
