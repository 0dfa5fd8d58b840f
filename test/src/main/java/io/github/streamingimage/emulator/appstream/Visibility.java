package io.github.streamingimage.emulator.appstream;

/** Whose an image is: everybody's, this account's, or another account's that shares it with this one. */
public enum Visibility {
    PUBLIC,
    PRIVATE,
    SHARED
}
