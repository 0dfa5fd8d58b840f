/**
 * The Lambda service for one function, as far as a custom resource can tell: real processes that run AWS's own Java runtime
 * interface client against a Runtime API, asynchronous invocations with retries and an on-failure destination.
 *
 * <p>Begin with {@link io.github.streamingimage.emulator.lambda.LambdaFunction}. It hands sync and async invocations to an
 * {@code EnvironmentPool}; each {@code ExecutionEnvironment} in it is one process and one {@code RuntimeApi}; the
 * {@code EventQueue} retries what fails. Where AWS's client cannot run, {@code RuntimeClient} puts the emulator's own in its place.
 *
 * <p><b>Verified</b> against the runtime interface client 2.9.0, which runs unmodified: the Runtime API's paths and headers,
 * error and init-error bodies, what the client needs of its environment.
 *
 * <p><b>After AWS's documentation</b>, without a look at the real service: two retries after one and two minutes, the same
 * request id for all attempts, the destination record, at least once delivery, reserved environment variables, the ten seconds
 * an initialization may take. That Lambda refuses a function as its own destination is known from other emulators' sources.
 *
 * <p><b>Unverified</b>: the wording of the errors {@code Sandbox.Timedout} and {@code Runtime.ExitError}; the heap's share of
 * the memory size (85 %, as in older managed runtimes); {@code functionError} is always {@code Unhandled}.
 *
 * <p><b>Not modelled</b>: throttling (invocations beyond the reserved concurrency queue instead), the second initialization
 * after one that failed, freezing between invocations, the environment's file system, memory beyond the heap, size limits of
 * payloads. A runtime that initializes longer than ten seconds plus the function's timeout counts as timed out.
 */
package io.github.streamingimage.emulator.lambda;
