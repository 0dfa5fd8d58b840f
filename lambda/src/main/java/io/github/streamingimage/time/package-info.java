/** The one place where the clock is read and threads sleep. */
package io.github.streamingimage.time;
