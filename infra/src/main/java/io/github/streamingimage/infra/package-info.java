/**
 * CDK constructs that declare images of Amazon Nimble Studio and Amazon AppStream 2.0 to be deleted together with their stack.
 *
 * <p>{@link io.github.streamingimage.infra.StreamingImageDeletion} and {@link
 * io.github.streamingimage.infra.AppStreamImageDeletion} are one image each; {@link
 * io.github.streamingimage.infra.ImageDeletionProvider} is what does the work, one per service and stack and made on first use;
 * {@link io.github.streamingimage.infra.StreamingImageDeletionApp} deploys providers that stacks share, for plain CloudFormation
 * templates.
 */
package io.github.streamingimage.infra;
