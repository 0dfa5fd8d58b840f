package io.github.streamingimage.emulator.appstream;

import java.util.regex.Pattern;

/** The form of image names, and of the ARNs of images of one account and region of the partition {@code aws}. */
record ImageNames(String region, String accountId) {
    static final String CONSTRAINT = "must match [a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}";

    /** Whose images are SHARED. */
    private static final String OTHER_ACCOUNT = "999988887777";

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}");

    ImageNames {
        if (!region.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("region must be letters, digits and hyphens: " + region);
        }
        if (!accountId.matches("\\d{12}") || accountId.equals(OTHER_ACCOUNT)) {
            throw new IllegalArgumentException("accountId must be 12 digits, not " + OTHER_ACCOUNT + ": " + accountId);
        }
    }

    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    String arn(String name, Visibility visibility) {
        String account = switch (visibility) {
            case PUBLIC -> "";
            case PRIVATE -> accountId;
            case SHARED -> OTHER_ACCOUNT;
        };
        return "arn:aws:appstream:%s:%s:image/%s".formatted(region, account, name);
    }
}
