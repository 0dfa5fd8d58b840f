/** The stacks of CloudFormation: the port through which a Delete looks at its stack, and its adapter. */
package io.github.streamingimage.stack;
