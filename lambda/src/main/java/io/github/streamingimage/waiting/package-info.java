/** The drivers: they carry out what the decision core decides, and wait. */
package io.github.streamingimage.waiting;
