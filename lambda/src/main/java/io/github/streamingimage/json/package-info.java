/** JSON without databind: the function reads a handful of fields and writes a handful more, and starts faster for it. */
package io.github.streamingimage.json;
