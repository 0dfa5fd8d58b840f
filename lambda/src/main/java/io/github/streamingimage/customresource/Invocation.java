package io.github.streamingimage.customresource;

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

    /**
     * Lambda's record of a request that the function failed to answer, after the last retry.
     *
     * @param cause what the record tells of the failure
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

        T givenUp(GivenUp givenUp);

        T malformed(Malformed malformed);
    }
}
