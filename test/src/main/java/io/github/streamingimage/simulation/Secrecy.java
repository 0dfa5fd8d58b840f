package io.github.streamingimage.simulation;

/** Looks for ResponseURLs in whatever leaves the function. */
final class Secrecy {

    private Secrecy() {}

    static void check(World world, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            check(world, Clause.TELLS_THE_URL_IN_AN_EXCEPTION, cause.toString());
        }
    }

    static void check(World world, Clause clause, String text) {
        if (text.contains(Request.SECRET)) {
            world.breach(clause, text);
        }
    }
}
