package io.github.streamingimage.emulator.lambda;

/**
 * Where a function runs and the credentials of its role, which reach it as environment variables; none is blank.
 *
 * @param region for example {@code us-west-2}
 * @param account twelve digits
 * @param accessKeyId the role's access key
 * @param secretAccessKey the role's secret key; never shown by {@link #toString()}
 * @param sessionToken the role's session token; never shown by {@link #toString()}
 */
public record FunctionIdentity(
        String region, String account, String accessKeyId, String secretAccessKey, String sessionToken) {

    /** Made-up credentials in a region that had Nimble Studio. */
    public static final FunctionIdentity DEFAULT = new FunctionIdentity(
            "us-west-2", "123456789012", "ASIAEMULATEDFUNCTION", "emulated-secret-key", "emulated-session-token");

    public FunctionIdentity {
        requireText("region", region);
        requireText("accessKeyId", accessKeyId);
        requireText("secretAccessKey", secretAccessKey);
        requireText("sessionToken", sessionToken);
        if (!account.matches("\\d{12}")) {
            throw new IllegalArgumentException("account: must be twelve digits");
        }
    }

    private static void requireText(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": must not be blank");
        }
    }

    @Override
    public String toString() {
        return "FunctionIdentity[region=%s, account=%s, accessKeyId=%s]".formatted(region, account, accessKeyId);
    }
}
