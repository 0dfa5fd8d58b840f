package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.PageToken;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The constraints that the API's model puts on what a request carries, each problem named after its field.
 *
 * <p>Unverified: that the service checks the ids in a path like the ids in a response, and the wording.
 */
final class Validation {
    private static final Pattern IMAGE_ID = Pattern.compile("[a-zA-Z0-9-_]{1,22}");
    private static final Pattern EC2_IMAGE_ID = Pattern.compile("ami-[0-9A-z]+");
    private static final int TOKEN = 64;
    private static final int NAME = 64;
    private static final int DESCRIPTION = 256;

    private Validation() {}

    static Optional<String> problem(Call call) {
        return Stream.of(
                        call.studioId().isBlank()
                                ? Optional.of("studioId must not be empty")
                                : Optional.<String>empty(),
                        call.imageId().flatMap(Validation::streamingImageId),
                        call.clientToken().flatMap(token -> length("clientToken", token, 1, TOKEN)),
                        body(call))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> streamingImageId(String id) {
        return IMAGE_ID.matcher(id).matches()
                ? Optional.empty()
                : Optional.of("streamingImageId must be 1 to 22 characters of [a-zA-Z0-9-_]");
    }

    private static Optional<String> body(Call call) {
        if (call instanceof Call.Create create) {
            return create.ec2ImageId()
                            .filter(id -> EC2_IMAGE_ID.matcher(id).matches())
                            .isEmpty()
                    ? Optional.of("ec2ImageId must match ^ami-[0-9A-z]+$")
                    : create.name().isEmpty()
                            ? Optional.of("name must not be null")
                            : texts(create.name(), create.description());
        }
        if (call instanceof Call.Update update) {
            return texts(update.name(), update.description());
        }
        if (call instanceof Call.ListAll list) {
            return list.nextToken()
                    .filter(token -> PageToken.parse(token).isEmpty())
                    .map(token -> "nextToken is not one that an earlier response gave");
        }
        return Optional.empty();
    }

    private static Optional<String> texts(Optional<String> name, Optional<String> description) {
        return name.flatMap(text -> length("name", text, 0, NAME))
                .or(() -> description.flatMap(text -> length("description", text, 0, DESCRIPTION)));
    }

    private static Optional<String> length(String field, String text, int min, int max) {
        return text.length() < min || text.length() > max
                ? Optional.of(
                        "%s must be %d to %d characters long, but is %d".formatted(field, min, max, text.length()))
                : Optional.empty();
    }
}
