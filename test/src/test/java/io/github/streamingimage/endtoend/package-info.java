/** The packaged function in real processes, from a stack operation to the image's end, with every fault that can be staged. */
package io.github.streamingimage.endtoend;
