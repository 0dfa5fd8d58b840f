package io.github.streamingimage.aws;

/** The services that the function calls, by the names that AWS gives them. */
public enum ServiceName {
    NIMBLE("nimble", "AWS_ENDPOINT_URL_NIMBLE"),
    CLOUDFORMATION("cloudformation", "AWS_ENDPOINT_URL_CLOUDFORMATION"),
    STEP_FUNCTIONS("states", "AWS_ENDPOINT_URL_SFN");

    private final String signingName;
    private final String endpointVariable;

    ServiceName(String signingName, String endpointVariable) {
        this.signingName = signingName;
        this.endpointVariable = endpointVariable;
    }

    /** What requests are signed for; also the first part of the endpoint's host name. */
    String signingName() {
        return signingName;
    }

    /** The standard environment variable of the AWS SDKs that names another endpoint for this service. */
    String endpointVariable() {
        return endpointVariable;
    }
}
