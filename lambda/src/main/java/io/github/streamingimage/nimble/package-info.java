/** Nimble Studio: the port that the drivers use, and its adapter. The only package that imports the Nimble client. */
package io.github.streamingimage.nimble;
