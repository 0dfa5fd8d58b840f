package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ImageLife;
import io.github.streamingimage.emulator.service.PageToken;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import io.github.streamingimage.emulator.service.ServiceOutcome.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All images that the account sees in the region, in the order of their ARNs, and those that were there before under the same;
 * confined to a lock.
 */
final class ImageShelf {
    private final TreeMap<String, ScriptedImage> images = new TreeMap<>();
    private final List<ImageLife> earlier = new ArrayList<>();
    private final ImageNames names;
    private boolean unknownNamesAreErrors = true;

    ImageShelf(ImageNames names) {
        this.names = names;
    }

    void leaveOutUnknownNames() {
        unknownNamesAreErrors = false;
    }

    /** An image of the same name, unless it is another account's, is gone from now on. */
    void add(AppStreamImageScript script, Instant now) {
        String arn = names.arn(script.name(), script.visibility());
        ScriptedImage before = images.put(arn, ScriptedImage.begin(script, arn, now));
        if (before != null) {
            before.life().vanish(now);
            earlier.add(before.life());
        }
    }

    /** The account's image of this name, or else the public one. */
    Optional<ScriptedImage> named(String name) {
        return Stream.of(Visibility.PRIVATE, Visibility.PUBLIC)
                .flatMap(visibility -> Stream.ofNullable(images.get(names.arn(name, visibility))))
                .findFirst();
    }

    Stream<ImageLife> lives() {
        return Stream.concat(earlier.stream(), images.values().stream().map(ScriptedImage::life));
    }

    ServiceOutcome<ListedImage> describe(AppStreamCall.Describe describe, Instant now) {
        List<ListedImage> seen = images.values().stream()
                .flatMap(image -> image.seen(now).stream())
                .filter(image -> isAskedFor(describe, image))
                .toList();
        Optional<String> unknown = Stream.of(describe.names(), describe.arns())
                .flatMap(Collection::stream)
                .filter(asked ->
                        seen.stream().noneMatch(image -> asked.equals(image.name()) || asked.equals(image.arn())))
                .findFirst();
        if (unknown.isPresent() && unknownNamesAreErrors) {
            return notFound(unknown.get());
        }
        int size = describe.maxResults().filter(max -> max > 0).orElse(RequestRules.PAGE_SIZE);
        return PageToken.page(seen, ListedImage::arn, describe.nextToken(), size);
    }

    static ServiceOutcome<ListedImage> notFound(String image) {
        return new Refused<>(AppStreamError.RESOURCE_NOT_FOUND, "The image " + image + " was not found.");
    }

    /** By name, images of other accounts are not found. */
    private static boolean isAskedFor(AppStreamCall.Describe describe, ListedImage image) {
        boolean asked = !describe.names().isEmpty()
                ? image.visibility() != Visibility.SHARED && describe.names().contains(image.name())
                : describe.arns().isEmpty() || describe.arns().contains(image.arn());
        return asked && describe.type().map(image.visibility().name()::equals).orElse(true);
    }
}
