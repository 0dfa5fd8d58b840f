/**
 * Verification of AWS Signature Version 4, for every emulator that stands in for an AWS endpoint.
 *
 * <p>Written from the published specification ("Create a signed AWS API request", AWS IAM user guide) for signatures in
 * the {@code Authorization} header, and compared with the SDK's own signer in the tests. The signer itself cannot do
 * the verifying: it always signs {@code x-amz-content-sha256}, which SDKs in other languages do not send.
 */
package io.github.streamingimage.emulator.sigv4;
