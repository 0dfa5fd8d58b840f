package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.lambda.FunctionIdentity;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.sigv4.Credentials;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * Serves Nimble Studio's API alone, on loopback, to any AWS SDK, until the process is told to stop. What it prints is a shell
 * script that lets a shell's programs find it; what happens is logged beside that.
 */
final class NimbleStudioAlone {

    private final Plan plan;
    private final PrintWriter out;
    private final PrintWriter log;

    NimbleStudioAlone(Plan plan, PrintWriter out, PrintWriter log) {
        this.plan = plan;
        this.out = out;
        this.log = log;
    }

    /** Serves until SIGINT or SIGTERM, which end the process with status 0. */
    void serve() throws InterruptedException {
        FunctionIdentity identity = FunctionIdentity.DEFAULT;
        StreamingImages images = new StreamingImages(InstantSource.system(), identity.region(), identity.account());
        plan.addImages(images);
        plan.fault().ifPresent(fault -> fault.befall(images, plan.imageIds()));
        images.createdImagesFollow(ImageScript.ready("created").deletionTakes(plan.deletionTime()));
        images.addListener(new ServiceLog(log));
        Credentials credentials =
                Credentials.temporary(identity.accessKeyId(), identity.secretAccessKey(), identity.sessionToken());
        ServiceEndpoint studio = ServiceEndpoint.start(new NimbleStudioWire(images), credentials);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(studio, images)));
        print(studio, identity);
        new CountDownLatch(1).await();
    }

    private void stop(ServiceEndpoint studio, StreamingImages images) {
        studio.close();
        out.flush();
        log.println("Nimble Studio stopped after " + images.requests().size() + " requests");
        log.flush();
        // The JVM's own status after a signal would be 128 and its number, but being stopped is how this ends well.
        Runtime.getRuntime().halt(0);
    }

    private void print(ServiceEndpoint studio, FunctionIdentity identity) {
        out.println("# Nimble Studio is emulated on loopback until Ctrl-C. Paste this into another shell:");
        out.println("export AWS_ENDPOINT_URL_NIMBLE=" + studio.endpoint());
        out.println("export AWS_REGION=" + identity.region());
        out.println("export AWS_DEFAULT_REGION=" + identity.region());
        out.println("export AWS_ACCESS_KEY_ID=" + identity.accessKeyId());
        out.println("export AWS_SECRET_ACCESS_KEY=" + identity.secretAccessKey());
        out.println("export AWS_SESSION_TOKEN=" + identity.sessionToken());
        out.println("#");
        out.println("# The studio " + Plan.STUDIO + " has " + plan.images() + " READY images: image-1"
                + (plan.images() > 1 ? " to image-" + plan.images() : "") + ".");
        out.println("# Any AWS SDK that still has Nimble Studio finds it by these variables, for example");
        out.println("# - JavaScript, @aws-sdk/client-nimble:  new NimbleClient()");
        out.println("# - Java, software.amazon.awssdk:nimble:2.28.29:  NimbleClient.create()");
        out.println("# Newer AWS CLIs have no command for it any more; one from before its end has:");
        out.println("#   aws nimble list-streaming-images --studio-id " + Plan.STUDIO);
        out.flush();
    }
}
