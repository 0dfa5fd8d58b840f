/** Measurements of the packaged function: how long a cold start takes to its first answer, in AWS's own runtime client. */
package io.github.streamingimage.benchmark;
