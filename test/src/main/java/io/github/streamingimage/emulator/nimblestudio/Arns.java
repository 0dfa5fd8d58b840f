package io.github.streamingimage.emulator.nimblestudio;

/** The ARNs of one account in one region of the partition {@code aws}, the only one that had the service. */
record Arns(String region, String accountId) {
    Arns {
        if (!region.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("region must be letters, digits and hyphens: " + region);
        }
        if (!accountId.matches("\\d{12}")) {
            throw new IllegalArgumentException("accountId must be 12 digits: " + accountId);
        }
    }

    String image(String streamingImageId) {
        return "arn:aws:nimble:%s:%s:streaming-image/%s".formatted(region, accountId, streamingImageId);
    }

    /** The key that all images are encrypted with. */
    String key() {
        return "arn:aws:kms:%s:%s:key/00000000-0000-0000-0000-000000000000".formatted(region, accountId);
    }
}
