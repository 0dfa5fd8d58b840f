/** HTTP connections and host names, as everything that leaves the function uses them. */
package io.github.streamingimage.http;
