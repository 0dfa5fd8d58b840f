package io.github.streamingimage.invocation;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.waiting.Handover;
import java.util.Objects;
import java.util.Optional;

/** What the function was invoked for. */
public sealed interface Invocation {

    /** Calls the one method that fits. */
    <T> T match(Cases<T> cases);

    /** CloudFormation's request. */
    record Request(CustomResourceRequest request) implements Invocation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.request(this);
        }
    }

    /** The state machine's next round: a request that was handed over, to be looked at again. */
    record Resumed(CustomResourceRequest request, Handover handover) implements Invocation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.resumed(this);
        }
    }

    /**
     * A request that had no response where it was: Lambda's record of it after the last retry, the state machine's after its, or
     * the event of an execution that ended badly.
     *
     * @param cause what is told of the failure
     * @param undeliveredSuccess whether SUCCESS had been decided, and only its delivery failed
     */
    record GivenUp(CustomResourceRequest request, String cause, boolean undeliveredSuccess) implements Invocation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.givenUp(this);
        }
    }

    /**
     * An event that is none of the kinds above, or lacks something.
     *
     * @param field the field that is missing or malformed
     * @param problem what is wrong, for people; names the field and tells nothing of its content
     * @param addressee who is to be told, when the event gives a usable ResponseURL
     */
    record Malformed(String field, String problem, Optional<Addressee> addressee) implements Invocation {
        public Malformed {
            Objects.requireNonNull(field);
            Objects.requireNonNull(problem);
            Objects.requireNonNull(addressee);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.malformed(this);
        }
    }

    /** One method for each kind of invocation. */
    interface Cases<T> {
        T request(Request request);

        T resumed(Resumed resumed);

        T givenUp(GivenUp givenUp);

        T malformed(Malformed malformed);
    }
}
