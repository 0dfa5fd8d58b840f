/**
 * The CloudFormation service for stacks of custom resources: it sends a function the events that real stack operations send,
 * takes the responses at presigned URLs, and tells the state of its stacks through DescribeStacks and
 * ListStackResources.
 *
 * <p>Begin with {@link io.github.streamingimage.emulator.cloudformation.CloudFormationEngine}, the model without HTTP and threads,
 * which {@code CloudFormation} drives in real time and the simulation in virtual time. A {@code StackCreation},
 * {@code StackUpdate} or {@code StackDeletion} walks a template's {@code Dependencies}; {@code ResourceSteps} does one thing to
 * one resource by way of a {@code ResourceProvider}; {@code CustomResourceProvider} sends requests, {@code ResponseRules} judges
 * what comes back. Over HTTP, {@code ResponseEndpoint} takes responses and {@code QueryEndpoint} questions, and the
 * {@code Journal} keeps a record of everything.
 *
 * <p><b>Verified</b>: DescribeStacks, ListStackResources and their errors against the AWS SDK for Java's own client.
 *
 * <p><b>After AWS's documentation and published observations</b>, without a look at the real service: the fields of events,
 * scalars as strings, the response URL's form, an empty Content-Type, 4096 bytes, ServiceTimeout, a Delete after a failed or
 * cut short Create and the ids it carries, properties swapped when an update is undone, three tries in a clean-up, the wording
 * of reasons.
 *
 * <p><b>Unverified</b>:
 *
 * <ul>
 *   <li>when a resource fails, custom resources still being created or updated are cut short at once, and what they answer
 *       later is ignored;
 *   <li>an unusable response fails its resource at once, instead of being waited over;
 *   <li>a replacement that is rolled back gets an Update that names the new physical id; the old id in its response makes the
 *       new one a leftover of the clean-up;
 *   <li>a nested stack that cannot be created rolls back by itself before its parent deletes it, and a finished nested stack
 *       of a parent that rolls back is DELETE_IN_PROGRESS;
 *   <li>ListStackResources lists a removed resource as DELETE_IN_PROGRESS until it is gone, and a replaced one once, as what it
 *       has become;
 *   <li>a rollback that is continued updates back what is left of it, and the LastUpdatedTime stays;
 *   <li>a Content-Type is refused even though only the host is among the signed headers.
 * </ul>
 *
 * <p><b>Not modelled</b>: updates of nested stacks, change sets, deleting a stack while it is being created, skipping
 * resources of a failed rollback, deletion policies, the expiry of response URLs, the substitution of {@code Ref} and
 * {@code Fn::GetAtt} within a template.
 */
package io.github.streamingimage.emulator.cloudformation;
