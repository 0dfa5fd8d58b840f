/**
 * An emulator of the images of Amazon AppStream 2.0 (now Amazon WorkSpaces Applications), API version 2016-12-01: start reading
 * at {@link io.github.streamingimage.emulator.appstream.AppStreamImages}, the service without HTTP, and {@link
 * io.github.streamingimage.emulator.appstream.AppStreamWire}, its wire format. What it has in common with other services stands
 * in {@code emulator.service}.
 *
 * <p>Nobody could compare it with the service. What was compared with what:
 *
 * <table>
 * <caption>Verified</caption>
 * <tr><th>behaviour</th><th>against</th></tr>
 * <tr><td>targets, bodies and pages of DescribeImages and DeleteImage</td>
 *     <td>AWS's clients for Java, JavaScript (both generations) and the command line, which send and understand them</td></tr>
 * <tr><td>names of states, visibilities and errors; names and types of an image's fields</td>
 *     <td>the model inside the client for Java ({@code AppStreamConformanceTest})</td></tr>
 * <tr><td>each error in each form of its body</td><td>the exception that client makes of it</td></tr>
 * <tr><td>signatures, with the name {@code appstream}</td><td>the signers of all these clients</td></tr>
 * <tr><td>at most 25 images in a page; the form of names and ARNs</td><td>the API reference</td></tr>
 * <tr><td>a deletion is refused while fleets use the image or it is shared with other accounts</td>
 *     <td>the API reference; with which errors is in part unverified</td></tr>
 * <tr><td>{@code DEPRECATED}, a state of no model</td><td>a public report of one that was seen</td></tr>
 * </table>
 *
 * <p>Unverified, and for a script to say where a client could come to depend on it:
 *
 * <ul>
 *   <li>DeleteImage replies with the image as DELETING, or as it was before ({@code repliesWithOldState}).
 *   <li>DeleteImage of a DELETING image is accepted and does nothing, or fails with any error ({@code secondDeletionMeets}).
 *   <li>An unknown name or ARN is a ResourceNotFoundException, or left out of the list ({@code leaveOutUnknownNames}).
 *   <li>DeleteImage of a shared image fails with the error that the script names ({@code sharedFor}).
 *   <li>A deletion can end with the image still there ({@code deletionFails}); reads can be stale ({@code staleReadsFor}).
 *   <li>Errors have their message in {@code Message} or {@code message}, and a namespace before their type or none ({@link
 *       io.github.streamingimage.emulator.appstream.ErrorForm}).
 * </ul>
 *
 * <p>Unverified, and chosen so that a client is not treated better than it can expect:
 *
 * <ul>
 *   <li>DeleteImage fails with OperationNotPermittedException in PENDING, CREATING, COPYING, IMPORTING and VALIDATING, and for
 *       public images; other accounts' images it does not find. AVAILABLE, FAILED and every state of no model can be deleted.
 *   <li>A deleted image is in no list from the moment at which its deletion ends; its name can be used again at once.
 *   <li>Names and ARNs together are an InvalidParameterCombinationException, other violations of constraints a
 *       ValidationException, which the API's model does not have.
 *   <li>Unknown targets answer 400 UnknownOperationException; bodies of another form 400 SerializationException; missing and
 *       wrong signatures 403 with the types of other JSON services. The namespace and the wording of messages are made up.
 *   <li>Throttling is one token bucket for everything, and comes before all else but the signature.
 * </ul>
 *
 * <p>An image is told from its namesakes by its CreatedTime, which has milliseconds here.
 */
package io.github.streamingimage.emulator.appstream;
