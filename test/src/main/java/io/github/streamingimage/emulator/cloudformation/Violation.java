package io.github.streamingimage.emulator.cloudformation;

/**
 * A breach of the custom resource protocol by the function.
 *
 * @param requestId the request it was about; empty when that cannot be told
 * @param description what was wrong; never a secret
 */
public record Violation(String requestId, String description) {}
