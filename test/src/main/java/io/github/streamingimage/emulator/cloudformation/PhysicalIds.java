package io.github.streamingimage.emulator.cloudformation;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Physical ids that CloudFormation invents: {@code <stack>-<logicalId>-<12 capitals and digits>}. */
final class PhysicalIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PhysicalIds() {}

    static String invent(Stack stack, String logicalId) {
        return stack.name() + "-" + logicalId + "-" + randomSuffix();
    }

    private static String randomSuffix() {
        return RANDOM.ints(12, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
