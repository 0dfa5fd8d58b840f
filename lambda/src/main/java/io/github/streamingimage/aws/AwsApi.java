package io.github.streamingimage.aws;

import java.io.IOException;

/** The API of one service of AWS, at the level of requests and responses. */
public interface AwsApi {

    /**
     * Makes one call. A response is a response, whatever it says.
     *
     * @throws io.github.streamingimage.http.NoSuchHostException when the name of the region's own endpoint does not exist
     * @throws IOException when there is no whole response: the name cannot be resolved, the connection fails, or time is up
     */
    ServiceResponse call(ServiceRequest request) throws IOException;
}
