/** What happened in a local run, recorded while it happens and told afterwards, for every way of showing it. */
package io.github.streamingimage.localrun.history;
