/** What the function is invoked for, and by whom: CloudFormation, the state machine, or as a last resort. */
package io.github.streamingimage.invocation;
