/**
 * CDK constructs that declare Amazon Nimble Studio streaming images to be deleted together with their stack.
 *
 * <p>{@link io.github.streamingimage.infra.StreamingImageDeletion} is one image;
 * {@link io.github.streamingimage.infra.StreamingImageDeletionProvider} is what does the work, one per stack and made
 * on first use; {@link io.github.streamingimage.infra.StreamingImageDeletionApp} deploys a provider of its own, for plain
 * CloudFormation templates.
 */
package io.github.streamingimage.infra;
