package io.github.streamingimage.http;

import java.net.UnknownHostException;

/** The resolver says itself that there is no host of that name; an {@link UnknownHostException} of another kind proves nothing. */
public final class NoSuchHostException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    public NoSuchHostException(String host) {
        super(host);
    }
}
