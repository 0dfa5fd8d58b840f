package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.PageToken;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import io.github.streamingimage.emulator.service.ServiceOutcome.Refused;
import java.util.Arrays;
import java.util.Optional;

/** The constraints that the API's model puts on what a request carries. Unverified: error types and wording. */
final class RequestRules {
    static final int PAGE_SIZE = 25;

    private RequestRules() {}

    static Optional<ServiceOutcome<ListedImage>> problem(AppStreamCall call) {
        return call instanceof AppStreamCall.Describe describe
                ? problem(describe)
                : call.imageId().filter(ImageNames::isValid).isEmpty()
                        ? invalid("name " + ImageNames.CONSTRAINT)
                        : Optional.empty();
    }

    private static Optional<ServiceOutcome<ListedImage>> problem(AppStreamCall.Describe describe) {
        if (describe.maxResults().filter(max -> max < 0 || max > PAGE_SIZE).isPresent()) {
            return invalid("maxResults must be 0 to " + PAGE_SIZE);
        }
        if (describe.type().filter(RequestRules::isUnknown).isPresent()) {
            return invalid("type must be one of " + Arrays.toString(Visibility.values()));
        }
        if (describe.nextToken()
                .filter(token -> PageToken.parse(token).isEmpty())
                .isPresent()) {
            return invalid("nextToken is not one that an earlier response gave");
        }
        if (!describe.names().isEmpty() && !describe.arns().isEmpty()) {
            return Optional.of(new Refused<>(
                    AppStreamError.INVALID_PARAMETER_COMBINATION, "names and arns cannot be given together"));
        }
        return Optional.empty();
    }

    private static boolean isUnknown(String type) {
        return Arrays.stream(Visibility.values()).map(Enum::name).noneMatch(type::equals);
    }

    private static Optional<ServiceOutcome<ListedImage>> invalid(String message) {
        return Optional.of(new Refused<>(AppStreamError.VALIDATION, "1 validation error detected: " + message));
    }
}
