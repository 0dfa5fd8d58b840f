package io.github.streamingimage.emulator.cloudformation;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;

/** Looks at a request to the Query API before it is served, for instance at its signature. */
@FunctionalInterface
public interface RequestCheck {

    /** Lets every request pass. */
    RequestCheck NONE = (exchange, body) -> Optional.empty();

    /**
     * Why a request is refused, if it is.
     *
     * @param exchange its method, URI and headers; the body has been read
     * @param body the whole body
     */
    Optional<QueryError> refuse(HttpExchange exchange, byte[] body);
}
