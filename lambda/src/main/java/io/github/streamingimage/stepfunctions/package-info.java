/** Step Functions: the port through which executions are started, and its adapter. */
package io.github.streamingimage.stepfunctions;
