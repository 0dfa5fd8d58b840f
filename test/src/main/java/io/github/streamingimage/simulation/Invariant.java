package io.github.streamingimage.simulation;

/** What must hold in every schedule. */
enum Invariant {
    /** See {@link Punctuality} for what is promised under which conditions. */
    ANSWERED_IN_TIME(
            "a request is answered before its ServiceTimeout whenever the function can run and the answer be delivered"),
    NOBODY_WALKS_AWAY("an invocation that returns has delivered the answer, or handed the request over"),
    TRUE_SUCCESS(
            "SUCCESS of a Delete: the image is gone, retained in a rollback, out of service, or never was one; of a Create: it is there"),
    TRUE_FAILURE("FAILED says what really was in the way; after a crash the next run finishes the work"),
    NEVER_REVERSED("a decision is never reversed, within an invocation or by the last resort"),
    ONLY_WHAT_IS_TO_GO(
            "a deletion is asked for on the Delete of that very image only, and never for a rollback under Retain"),
    ONE_TOKEN(
            "one client token per request and attempt, never another request's, and no further attempt before one has failed, was seen to fail, or has shown nothing for ten seconds"),
    SECRET("no ResponseURL anywhere but in the request, the state machine's input and the PUT"),
    FEW_LOOKS("the number of looks stays within the bound of the poll schedule"),
    WELL_FORMED("an answer is valid JSON of at most 4096 bytes with the request's ids and a stable PhysicalResourceId"),
    NO_WEDGE("an Update that keeps the image, or undoes another, does not fail");

    private final String description;

    Invariant(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
