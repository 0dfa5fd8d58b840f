/**
 * Deterministic simulation of the whole protocol: the function's real code, from the bytes of an event to the bytes of an answer,
 * in a world of chance on a virtual clock. Start with {@link io.github.streamingimage.simulation.World}, which is one schedule, and
 * {@link io.github.streamingimage.simulation.Invariant}, which says what must hold in each.
 *
 * <p><b>Modelled</b>: CloudFormation by the emulator's own engine ({@code SimulatedCloudFormation}), and the life of a stack, its
 * parents, renamed and swapped logical ids, cancellations and continued rollbacks included ({@code StackLife}); what it declares is
 * read from there ({@code StackDeclarations}); Lambda's queue, retries, duplicates, timeouts and on-failure record
 * ({@code EventDelivery}), crashes before and after the effect of every call ({@code SimulatedInvocation}); Step Functions with the retriers of
 * the deployed definition ({@code SimulatedExecution}), and the rule on executions that end badly, whose event can be lost or come
 * without its input; the response endpoint ({@code SimulatedPut}); the images' service, Nimble Studio or AppStream, which is
 * the emulator's own model ({@code SimulatedImages}; what is a service's own stands in its {@code SimulatedService}). {@code Conditions}
 * says what a world is made of: everything by chance, or, for the benchmark, calm weather and one operation on whole stacks
 * ({@code Scenario}).
 *
 * <p><b>Not modelled</b>: the adapters of the SDKs and the HTTP connection, which are tested on their own; more than one stack with
 * resources at a time, so a parent's statuses are set, not worked for; and two resources that name the same image for longer than
 * an update takes to rename one of them.
 */
package io.github.streamingimage.simulation;
