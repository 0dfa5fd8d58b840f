/** What a person sees of a local run while it goes on: plain lines, or a board on a terminal; and the table at its end. */
package io.github.streamingimage.localrun.progress;
