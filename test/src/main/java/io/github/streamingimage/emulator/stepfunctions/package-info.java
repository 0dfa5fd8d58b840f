/**
 * Step Functions, as far as the function and its state machine need it: StartExecution over HTTP, and executions that an
 * independent interpreter of the Amazon States Language runs (npm {@code aws-local-stepfunctions}, in a Node process each), with
 * tasks that invoke the emulated Lambda function.
 *
 * <p>Verified: the wire format of StartExecution against the SDK's client. After AWS's documentation: the same name and input of a
 * running execution answer the same execution, any other use of a name is ExecutionAlreadyExists; the event of an execution that
 * ended badly. Unverified: under which error name a crash of the function arrives (here the {@code errorType} of its payload).
 */
package io.github.streamingimage.emulator.stepfunctions;
