/** Nimble Studio: everything about its streaming images, their properties, ids, attributes, states and errors. */
package io.github.streamingimage.nimble;
