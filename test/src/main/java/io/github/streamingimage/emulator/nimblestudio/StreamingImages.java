package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ImageLife;
import io.github.streamingimage.emulator.service.ServiceModel;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Nimble Studio's streaming images in one account and region. */
public final class StreamingImages extends ServiceModel<Call, ShownImage> {
    private final Studios studios;
    private final Catalogue catalogue;

    /** @param accountId owner of the images, for their ARNs */
    public StreamingImages(InstantSource clock, String region, String accountId) {
        super(clock, region, ErrorType.THROTTLING);
        this.studios = new Studios(new Arns(region, accountId));
        this.catalogue = new Catalogue(studios);
    }

    /** Adds a studio without images, unless it is there. */
    public synchronized void addStudio(String studioId) {
        studios.addStudio(studioId);
    }

    /** Starts an image's life now, in a studio that need not be there yet. */
    public void add(String studioId, ImageScript script) {
        change(now -> studios.add(studioId, script, now));
    }

    /** Images made by CreateStreamingImage from now on behave like this, in all but id and name. */
    public synchronized void createdImagesFollow(ImageScript script) {
        studios.createdImagesFollow(script);
    }

    /** The real state of an image now; empty when it is gone or never was. */
    public synchronized Optional<String> state(String studioId, String streamingImageId) {
        return studios.find(studioId, streamingImageId)
                .flatMap(image -> image.life().condition(clock().instant()))
                .map(ImageCondition::state);
    }

    /** Models the end of the service: all images are DELETED from now on, whatever their scripts say. */
    public void retire() {
        change(now -> lives().forEach(life -> life.become(now, ImageState.DELETED.condition())));
    }

    @Override
    protected ServiceOutcome<ShownImage> perform(Call call, Instant now) {
        return catalogue.perform(call, now);
    }

    @Override
    protected Optional<ImageLife> life(Call call, String imageId) {
        return studios.find(call.studioId(), imageId).map(Image::life);
    }

    @Override
    protected String idOf(ShownImage image) {
        return image.streamingImageId();
    }

    @Override
    protected Stream<ImageLife> lives() {
        return studios.all().map(Image::life);
    }
}
