package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.PageToken;
import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The studios of one account in one region, and their images in the order of their ids; confined to a lock. */
final class Studios {
    private static final int PAGE_SIZE = 20;

    private final SortedMap<String, TreeMap<String, Image>> studios = new TreeMap<>();
    private final Arns arns;
    private ImageScript createdImages =
            ImageScript.ready("created").startsIn(ImageState.CREATE_IN_PROGRESS, Duration.ofSeconds(1));
    private int created;

    Studios(Arns arns) {
        this.arns = arns;
    }

    void createdImagesFollow(ImageScript script) {
        createdImages = script;
    }

    boolean contains(String studioId) {
        return studios.containsKey(studioId);
    }

    void addStudio(String studioId) {
        studios.computeIfAbsent(studioId, id -> new TreeMap<>());
    }

    /** An image of the same id in the studio is replaced. */
    void add(String studioId, ImageScript script, Instant now) {
        put(new Image(studioId, arns, script, now));
    }

    Image create(Call.Create create, Instant now) {
        created++;
        ImageScript script =
                createdImages.withId("created-" + created).name(create.name().orElseThrow());
        Image image = new Image(
                create.studioId(),
                arns,
                script,
                now,
                create.ec2ImageId().orElseThrow(),
                create.description().orElse(""),
                create.tags());
        put(image);
        return image;
    }

    private void put(Image image) {
        addStudio(image.studioId());
        studios.get(image.studioId()).put(image.id(), image);
    }

    Optional<Image> find(String studioId, String imageId) {
        return Optional.ofNullable(studios.get(studioId)).map(images -> images.get(imageId));
    }

    Stream<Image> all() {
        return studios.values().stream().map(TreeMap::values).flatMap(Collection::stream);
    }

    Shown<ShownImage> page(Call.ListAll list, Instant now) {
        List<ShownImage> seen = studios.get(list.studioId()).values().stream()
                .filter(image -> list.owner().map(image.owner()::equals).orElse(true))
                .flatMap(image -> image.read(now).stream())
                .toList();
        return PageToken.page(seen, ShownImage::streamingImageId, list.nextToken(), PAGE_SIZE);
    }
}
