package io.github.streamingimage.aws;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.http.NoSuchHostException;
import io.github.streamingimage.json.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A call of an operation of a service of images in a JSON protocol, and what it shows: never an exception of a connection.
 *
 * @param operation its name, with which every description of a problem begins
 * @param ownErrors what an error of the service's own means, given its description; nothing for those that all services have
 */
public record ImageCall(String operation, BiFunction<ServiceError, String, Optional<Observation>> ownErrors) {

    /**
     * Makes it.
     *
     * @param read what a success shows, given the fields of its JSON; nothing when they make no sense
     */
    public Observation make(
            AwsApi api, ServiceRequest request, Function<Map<String, Object>, Optional<Observation>> read) {
        ServiceResponse response;
        try {
            response = api.call(request);
        } catch (NoSuchHostException e) {
            return new Problem(Kind.ENDPOINT_MISSING, operation + ": the endpoint's name does not exist");
        } catch (IOException e) {
            return new Problem(Kind.UNAVAILABLE, ServiceError.describe(operation, e));
        }
        if (!response.isSuccess()) {
            ServiceError error = ServiceError.ofJson(response);
            String description = error.describe(operation);
            return ownErrors.apply(error, description).orElseGet(() -> new Problem(kindOf(error), description));
        }
        JsonReader.Document document = JsonReader.read(response.body());
        return Optional.of(document.fields())
                .filter(fields -> document.error().isEmpty())
                .flatMap(read)
                .orElseGet(() -> new Problem(Kind.UNAVAILABLE, operation + ": the response is not about the image"));
    }

    private static Kind kindOf(ServiceError error) {
        if (error.type().equals("AccessDeniedException")) {
            return Kind.ACCESS_DENIED;
        }
        if (error.isThrottle()) {
            return Kind.THROTTLED;
        }
        return error.isTransient() ? Kind.UNAVAILABLE : Kind.REJECTED;
    }

    /** The ARN of a resource in the partition, region and account of that StackId; an empty string of one that is none. */
    public static String arn(String stackId, String service, String resource) {
        String[] stack = stackId.split(":", 6);
        return stack.length < 6 ? "" : String.join(":", "arn", stack[1], service, stack[3], stack[4], resource);
    }
}
