package io.github.streamingimage.infra;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.App;

/** The version of aws-cdk-lib that an app runs with; the app's build decides it, and an older one would end in linkage errors. */
final class CdkVersion {
    private static final int MAJOR = 2;
    private static final int LEAST_MINOR = 235;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");

    private CdkVersion() {}

    static void check() {
        check(App.class.getPackage().getImplementationVersion());
    }

    /** An app that is packed into one jar does not know the version, which is null then. */
    static void check(String version) {
        Matcher matcher = VERSION.matcher(version == null ? "" : version);
        if (matcher.matches() && isTooOld(matcher)) {
            throw new IllegalStateException(
                    "streaming-image-deletion needs aws-cdk-lib %d.%d.0 or newer, but the app has %s: set its version in the build"
                            .formatted(MAJOR, LEAST_MINOR, version));
        }
    }

    private static boolean isTooOld(MatchResult version) {
        int major = Integer.parseInt(version.group(1));
        return major < MAJOR || major == MAJOR && Integer.parseInt(version.group(2)) < LEAST_MINOR;
    }
}
