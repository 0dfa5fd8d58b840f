package io.github.streamingimage.simulation;

/** What goes wrong in schedules, as the report names it. */
enum Fault {
    THROTTLED("the service throttles a call"),
    SERVER_ERROR("the service answers 5xx"),
    CONNECTION_LOST("a connection to the service fails before the call takes effect"),
    REPLY_LOST("a call to the service takes effect and its reply is lost"),
    DENIED("access to the service is denied"),
    REJECTED("something answers 404 in the service's place, without its error type"),
    ENDPOINT_MISSING("the service's endpoint has no name"),
    NAMES_UNKNOWN("no name can be resolved"),
    DELETION_ENDLESS("a deletion that would never end"),
    DELETION_FAILING("deletions that would end with the image still there"),
    READS_STALE("reads that would lag behind an accepted deletion"),
    STRANGE_START("an image that is not simply READY or AVAILABLE"),
    SOMEBODY_DELETES("somebody else deletes an image"),
    SOMEBODY_UPDATES("somebody else updates an image"),
    MADE_ANEW("another image is made under the name of one that is gone"),
    NAMESAKE("a public image bears the name of an image"),
    IN_USE("a fleet or an image builder uses an image"),
    SHARED_WITH_OTHERS("an image is shared with other accounts"),
    CHANGED_CONCURRENTLY("somebody changes an image when it is to be deleted"),
    SIGNATURE_REFUSED("a signature is refused, for the clocks are too far apart"),
    STACK_UNREADABLE("DescribeStacks fails"),
    STACK_DENIED("DescribeStacks is denied"),
    PUT_SERVER_ERROR("the response endpoint answers 5xx"),
    PUT_REFUSED("the response endpoint answers 403"),
    PUT_LOST("a connection to the response endpoint fails before the answer arrives"),
    PUT_REPLY_LOST("an answer arrives and its receipt is lost"),
    SLOW("a call takes seconds"),
    CRASH("the function crashes"),
    CUT_OFF("the function reaches its timeout"),
    DUPLICATE("an event is delivered twice"),
    LATE("an event waits in Lambda's queue"),
    TOO_OLD("an event is given up because of its age"),
    START_REFUSED("StartExecution fails"),
    START_REPLY_LOST("an execution starts and the reply is lost"),
    TASK_REFUSED("Lambda refuses the state machine's call"),
    ABORTED("somebody aborts an execution"),
    OPERATION_FAILED("a stack operation fails for another reason, or is cancelled"),
    CUT_SHORT("CloudFormation stops waiting for a request because its operation failed"),
    PARENT_ROLLED_BACK("a parent stack rolls back"),
    RENAMED("an update renames a logical id"),
    SWAPPED("an update swaps the images of two logical ids"),
    ADDED("an update adds a logical id"),
    REMOVED("an update removes a logical id"),
    DELETED_ON_FAILURE("a stack whose creation fails is deleted at once, not rolled back"),
    ROLLBACK_CONTINUED("a rollback of an update that failed is continued"),
    PARENT_AT_REST("a parent stack rests in UPDATE_ROLLBACK_COMPLETE"),
    PARENT_BUSY("a parent's update begins while its child is being deleted"),
    PARENT_ROLLS_BACK_LATE("a parent begins to roll back while its child is being deleted"),
    CHILD_ALONE("a nested stack is updated or deleted without its parent"),
    NEXT_AT_ONCE("an operation begins within seconds of the end of the one before"),
    STACK_READ_LATE("DescribeStacks or ListStackResources shows what was true seconds ago"),
    UNDATED("a ResponseURL has the older signature, without its date"),
    CLOCK_SKEWED("the clocks of CloudFormation and the function are minutes apart"),
    TASK_TIMED_OUT("a task of the state machine reaches its timeout"),
    EVENT_LOST("the event of a failed execution is lost"),
    EVENT_WITHOUT_INPUT("the event of a failed execution comes without its input");

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
