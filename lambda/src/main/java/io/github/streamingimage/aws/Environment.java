package io.github.streamingimage.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment variables that the function depends on; all but one are the standard ones of Lambda and the AWS SDKs. */
public final class Environment {

    /** Names the state machine that waits; without it the function waits inline. The one variable of this project's own. */
    public static final String STATE_MACHINE_ARN = "STATE_MACHINE_ARN";

    static final String REGION = "AWS_REGION";

    private static final List<String> REQUIRED = List.of(REGION, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

    private Environment() {}

    /**
     * What is wrong with the environment, naming the variable, or nothing.
     *
     * @param services those that are called
     */
    public static Optional<String> problem(Map<String, String> environment, List<ServiceName> services) {
        for (String variable : REQUIRED) {
            if (environment.getOrDefault(variable, "").isBlank()) {
                return Optional.of("The environment variable " + variable + " is not set.");
            }
        }
        if (!environment.get(REGION).matches("[a-z0-9-]{1,64}")) {
            return Optional.of("The environment variable " + REGION + " is not the name of a region.");
        }
        String stateMachine = environment.get(STATE_MACHINE_ARN);
        if (stateMachine != null && !stateMachine.matches("arn:[^:]+:states:[^:]+:\\d{12}:stateMachine:[^:]+")) {
            return Optional.of("The environment variable " + STATE_MACHINE_ARN + " is not the ARN of a state machine.");
        }
        return Stream.concat(
                        Stream.of(Endpoint.EVERY_SERVICE), services.stream().map(ServiceName::endpointVariable))
                .filter(variable -> environment.containsKey(variable) && !isHttpUrl(environment.get(variable)))
                .findFirst()
                .map(variable -> "The environment variable " + variable + " is not an http or https URL.");
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
