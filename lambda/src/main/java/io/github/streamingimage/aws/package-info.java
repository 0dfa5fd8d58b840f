/** Calling AWS: what the adapters of all services have in common. The only package that imports the SDK, for its signer. */
package io.github.streamingimage.aws;
