/** The function's log: one line of JSON per thing that happened. */
package io.github.streamingimage.logging;
