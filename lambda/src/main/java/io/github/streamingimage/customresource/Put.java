package io.github.streamingimage.customresource;

import java.io.IOException;

/** The one PUT that carries a response to its ResponseURL. */
public interface Put {

    /**
     * Sends the body once.
     *
     * @return the status of the HTTP response; redirects are not followed
     * @throws IOException no response came; its message can quote the URL
     */
    int put(ResponseUrl url, byte[] body) throws IOException;
}
