package io.github.streamingimage.emulator.cloudformation;

/** What becomes of a stack whose creation fails: {@link #DELETE} is what StackSets ask for. */
public enum OnFailure {
    ROLLBACK,
    DELETE
}
