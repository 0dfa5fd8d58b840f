package io.github.streamingimage.deletion;

import java.util.Objects;

/**
 * How far the stack's resources have been searched for another one that declares the image.
 *
 * @param nextPage the token of the page that is to be read next; empty for the first
 * @param searched whether all pages have been read, and no other resource declares it
 */
public record Declarations(String nextPage, boolean searched) {

    static final Declarations NOT_SEARCHED = new Declarations("", false);

    public Declarations {
        Objects.requireNonNull(nextPage);
    }
}
