package io.github.streamingimage.deletion;

import java.util.Objects;

/**
 * How far the stack's resources have been searched for another one that declares the image.
 *
 * @param pages how many pages have been read, 0 or more
 * @param nextPage the token of the page that is to be read next; empty for the first
 * @param searched whether all pages have been read, and no other resource declares it
 */
public record Declarations(int pages, String nextPage, boolean searched) {

    static final Declarations NOT_SEARCHED = new Declarations(0, "", false);

    public Declarations {
        Objects.requireNonNull(nextPage);
        if (pages < 0) {
            throw new IllegalArgumentException("pages is negative");
        }
    }

    /** A further page has been read, and none of its resources declares the image. */
    Declarations read(String next) {
        return new Declarations(pages + 1, next, next.isEmpty());
    }
}
