package io.github.streamingimage.customresource;

import java.io.IOException;

/** The one PUT that carries an answer to its ResponseURL. */
public interface Put {

    /**
     * Sends the body once.
     *
     * @return the status of the HTTP answer; redirects are not followed
     * @throws IOException no answer came; its message can quote the URL
     */
    int put(ResponseUrl url, byte[] body) throws IOException;
}
