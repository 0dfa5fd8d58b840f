/** What the clients of all services have in common. */
package io.github.streamingimage.aws;
