package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ImageCondition;
import io.github.streamingimage.emulator.service.ImageLife;
import io.github.streamingimage.emulator.service.ServiceModel;
import io.github.streamingimage.emulator.service.ServiceOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** AppStream's images as one account sees them in one region. */
public final class AppStreamImages extends ServiceModel<AppStreamCall, ListedImage> {
    private final ImageShelf shelf;
    private final AppStreamCatalogue catalogue;

    /** @param accountId owner of the private images, for their ARNs */
    public AppStreamImages(InstantSource clock, String region, String accountId) {
        super(clock, region, AppStreamError.THROTTLING);
        this.shelf = new ImageShelf(new ImageNames(region, accountId));
        this.catalogue = new AppStreamCatalogue(shelf);
    }

    /** Starts an image's life now; one of the same name and visibility is gone from now on. */
    public void add(AppStreamImageScript script) {
        change(now -> shelf.add(script, now));
    }

    /** DescribeImages leaves out names and ARNs that it does not know, and does not fail. */
    public synchronized void leaveOutUnknownNames() {
        shelf.leaveOutUnknownNames();
    }

    /** The real state of the account's image of this name, or else of the public one; empty when it is gone or never was. */
    public synchronized Optional<String> state(String name) {
        return shelf.named(name)
                .flatMap(image -> image.life().condition(clock().instant()))
                .map(ImageCondition::state);
    }

    /** When the image of this name was created; empty when it is gone or never was. */
    public synchronized Optional<Instant> createdTime(String name) {
        return state(name).flatMap(state -> shelf.named(name)).map(ScriptedImage::createdTime);
    }

    @Override
    protected ServiceOutcome<ListedImage> perform(AppStreamCall call, Instant now) {
        return catalogue.perform(call, now);
    }

    @Override
    protected Optional<ImageLife> life(AppStreamCall call, String imageId) {
        return shelf.named(imageId).map(ScriptedImage::life);
    }

    @Override
    protected String idOf(ListedImage image) {
        return image.name();
    }

    @Override
    protected Stream<ImageLife> lives() {
        return shelf.lives();
    }
}
