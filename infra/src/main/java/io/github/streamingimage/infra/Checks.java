package io.github.streamingimage.infra;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeConversionOptions;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kms.IAlias;
import software.amazon.awscdk.services.kms.IKey;

/** Checks of property values, each of which lets a token pass and otherwise names the property and what it allows. */
final class Checks {
    private static final int MAX_SERVICE_TIMEOUT_SECONDS = 3600;
    private static final TimeConversionOptions FRACTIONS =
            TimeConversionOptions.builder().integral(false).build();

    private Checks() {}

    static void matches(String prop, String value, Pattern allowed) {
        if (value == null) {
            throw new IllegalArgumentException("%s is missing; it is required".formatted(prop));
        }
        if (!Token.isUnresolved(value) && !allowed.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%s must match %s, but was '%s'".formatted(prop, allowed.pattern(), value));
        }
    }

    static void notEmpty(String prop, List<?> value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("%s must not be empty; leave it out to allow all".formatted(prop));
        }
    }

    static void oneOf(String prop, String value, List<String> allowed) {
        if (!Token.isUnresolved(value) && !allowed.contains(value)) {
            throw new IllegalArgumentException(
                    "%s must be %s, but was '%s'".formatted(prop, String.join(" or ", allowed), value));
        }
    }

    /** Refuses an alias, whose ARN no policy that is checked against the key's ever matches. */
    static void keyItself(String prop, IKey value) {
        if (value instanceof IAlias) {
            throw new IllegalArgumentException("%s must be the key itself, but was an alias".formatted(prop));
        }
    }

    /** Refuses a region or account of a provider that is known not to be that of the image. */
    static void same(String what, String ofImage, String ofProvider) {
        if (!Token.isUnresolved(ofImage) && !Token.isUnresolved(ofProvider) && !ofImage.equals(ofProvider)) {
            throw new IllegalArgumentException(
                    "provider must be in the %s of the image, %s, but was in %s".formatted(what, ofImage, ofProvider));
        }
    }

    /** Allows whole seconds from 1 to 3600, the range of CloudFormation's own property ServiceTimeout. */
    static void serviceTimeout(Duration value) {
        if (value.isUnresolved()) {
            return;
        }
        double seconds = value.toSeconds(FRACTIONS).doubleValue();
        if (seconds < 1 || seconds > MAX_SERVICE_TIMEOUT_SECONDS || seconds != Math.rint(seconds)) {
            throw new IllegalArgumentException("serviceTimeout must be whole seconds from 1 to %d, but was %s"
                    .formatted(MAX_SERVICE_TIMEOUT_SECONDS, value.toIsoString()));
        }
    }
}
