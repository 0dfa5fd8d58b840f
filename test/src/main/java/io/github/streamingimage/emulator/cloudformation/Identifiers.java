package io.github.streamingimage.emulator.cloudformation;

/** What CloudFormation makes up: ids, and the signatures of presigned URLs. */
public interface Identifiers {

    /** The last part of a stack's ARN. */
    String stackId();

    /** A request id, unlike all others. */
    String requestId();

    /** The end of a physical id that CloudFormation invents: 12 capitals and digits. */
    String suffix();

    /** The signature of a ResponseURL, which nobody can guess: letters and digits. */
    String signature(String requestId);

    /** Whether ResponseURLs have the older signature (version 2), which tells when they expire, not when they were made. */
    boolean signsWithoutDate();
}
