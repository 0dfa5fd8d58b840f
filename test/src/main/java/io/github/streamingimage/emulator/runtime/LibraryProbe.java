package io.github.streamingimage.emulator.runtime;

/** The main class of a process that only loads a native library: status 0, or 1 and the reason in one line. */
public final class LibraryProbe {

    private LibraryProbe() {}

    /** @param args the absolute path of the library */
    public static void main(String[] args) {
        try {
            System.load(args[0]);
        } catch (UnsatisfiedLinkError e) {
            System.out.println(e.getMessage().lines().findFirst().orElse(""));
            System.exit(1);
        }
    }
}
