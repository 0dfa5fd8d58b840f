package io.github.streamingimage.emulator.cloudformation;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

/** Identifiers as the real service makes them. */
final class RandomIdentifiers implements Identifiers {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private volatile boolean withoutDate;

    /** From now on, ResponseURLs have the older signature. */
    void signWithoutDate() {
        withoutDate = true;
    }

    @Override
    public boolean signsWithoutDate() {
        return withoutDate;
    }

    @Override
    public String stackId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public String requestId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public String suffix() {
        return RANDOM.ints(12, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    @Override
    public String signature(String requestId) {
        byte[] signature = new byte[32];
        RANDOM.nextBytes(signature);
        return HexFormat.of().formatHex(signature);
    }
}
