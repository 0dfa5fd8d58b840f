/**
 * The decision core: what to do about one request, from what was seen of the image and the stack. Pure: imports {@code java.*}
 * only, and time and randomness come in as arguments.
 */
package io.github.streamingimage.deletion;
