/**
 * An emulator of Amazon Nimble Studio's streaming images, API version 2020-08-01: start reading at {@link
 * io.github.streamingimage.emulator.nimblestudio.StreamingImages}, the service without HTTP, and {@link
 * io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire}, its wire format. What it has in common with other services stands in
 * {@code emulator.service}.
 *
 * <p>The service was shut down in October 2024, so nothing here could be compared with it. What was compared with what:
 *
 * <table>
 * <caption>Verified</caption>
 * <tr><th>behaviour</th><th>against</th></tr>
 * <tr><td>paths, methods, header and body of the five operations; percent-encoding; pagination</td>
 *     <td>the last Java SDK client of the service, which sends and understands all of them</td></tr>
 * <tr><td>names of states, status codes and errors; fields of images, pages and errors</td>
 *     <td>the model inside that client ({@code ConformanceTest})</td></tr>
 * <tr><td>status and type of each error</td><td>the exception that client makes of it</td></tr>
 * <tr><td>DELETED after a deletion, DELETE_FAILED after a failed one, READY after an update</td>
 *     <td>that client's waiters, whose acceptors the service's authors wrote</td></tr>
 * <tr><td>signatures</td><td>the SDK's own signer and the example in the specification</td></tr>
 * <tr><td>lengths and patterns of fields</td><td>the API reference</td></tr>
 * </table>
 *
 * <p>Unverified, and chosen so that a client is not treated better than it can expect:
 *
 * <ul>
 *   <li>Delete and Update answer ConflictException while another operation is in progress, and in a state that the API
 *       does not know. Update needs READY or UPDATE_FAILED. The reference only says what the exception means: another
 *       operation is in progress.
 *   <li>Delete of what is DELETE_IN_PROGRESS or DELETED answers 200 with the image and does nothing else.
 *   <li>A client token that comes again with the same request repeats no effect, also after DELETE_FAILED: another try
 *       needs another token. With another request it is a ValidationException. Tokens are remembered for ever, and only
 *       those of requests that were accepted.
 *   <li>Delete and Update of images owned by AMAZON answer AccessDeniedException.
 *   <li>How long an image stays visible as DELETED (by default for ever; a script can say so, or 404 at once), whether
 *       List shows it, and whether reads can be stale.
 *   <li>Unknown studios answer ResourceNotFoundException; ids in paths are held to the constraints of ids in responses.
 *   <li>The wording of messages, and the keys of {@code context}.
 *   <li>Unknown paths, missing, incomplete and wrong signatures answer 403 with the types that API Gateway uses; a body
 *       that is not a JSON object answers 400 SerializationException.
 *   <li>Throttling is one token bucket for everything, and comes before all else but the signature.
 *   <li>After {@link io.github.streamingimage.emulator.nimblestudio.StreamingImages#retire} the endpoint is closed, and
 *       connections are refused. The real name may be gone from the DNS instead, as
 *       {@link io.github.streamingimage.emulator.dns.EmptyNameServer} has it.
 * </ul>
 */
package io.github.streamingimage.emulator.nimblestudio;
