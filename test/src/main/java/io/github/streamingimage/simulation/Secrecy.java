package io.github.streamingimage.simulation;

/** Looks for ResponseURLs in whatever leaves the function. */
final class Secrecy {

    private Secrecy() {}

    static void check(World world, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            check(world, "an exception", cause.toString());
        }
    }

    /** @param place what the text is, for people */
    static void check(World world, String place, String text) {
        if (text.contains(Request.SECRET)) {
            world.breach(Invariant.SECRET, place + " tells a ResponseURL");
        }
    }
}
