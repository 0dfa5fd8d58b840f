package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.appstream.AppStreamImages;
import io.github.streamingimage.emulator.appstream.AppStreamWire;
import io.github.streamingimage.emulator.lambda.FunctionIdentity;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.sigv4.Credentials;
import io.github.streamingimage.localrun.history.EmulatedService;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * Serves Nimble Studio's API and AppStream's alone, on loopback, to any AWS SDK, until the process is told to stop. What it prints is
 * a shell script that lets a shell's programs find them; what happens is logged beside that.
 */
final class ServicesAlone {

    private final FunctionIdentity identity = FunctionIdentity.DEFAULT;
    private final StreamingImages studio =
            new StreamingImages(InstantSource.system(), identity.region(), identity.account());
    private final AppStreamImages appStream =
            new AppStreamImages(InstantSource.system(), identity.region(), identity.account());
    private final Plan plan;
    private final PrintWriter out;
    private final PrintWriter log;

    ServicesAlone(Plan plan, PrintWriter out, PrintWriter log) {
        this.plan = plan;
        this.out = out;
        this.log = log;
    }

    /** Serves until SIGINT or SIGTERM, which end the process with status 0. */
    void serve() throws InterruptedException {
        begin(new PlannedStudio(studio));
        begin(new PlannedAppStream(appStream));
        studio.createdImagesFollow(ImageScript.ready("created").deletionTakes(plan.deletionTime()));
        studio.addListener(new ServiceLog(EmulatedService.NIMBLE_STUDIO, log));
        appStream.addListener(new ServiceLog(EmulatedService.APPSTREAM, log));
        Credentials credentials =
                Credentials.temporary(identity.accessKeyId(), identity.secretAccessKey(), identity.sessionToken());
        ServiceEndpoint nimble = ServiceEndpoint.start(new NimbleStudioWire(studio), credentials);
        ServiceEndpoint appStream2 = ServiceEndpoint.start(new AppStreamWire(appStream), credentials);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(nimble, appStream2)));
        print(nimble, appStream2);
        new CountDownLatch(1).await();
    }

    private void begin(PlannedImages images) {
        plan.addTo(images);
        plan.fault().ifPresent(fault -> images.befall(fault, plan.imageIds()));
    }

    private void stop(ServiceEndpoint nimble, ServiceEndpoint appStream2) {
        nimble.close();
        appStream2.close();
        out.flush();
        log.println("Stopped after " + studio.requests().size() + " requests to Nimble Studio and "
                + appStream.requests().size() + " to AppStream");
        log.flush();
        // The JVM's own status after a signal would be 128 and its number, but being stopped is how this ends well.
        Runtime.getRuntime().halt(0);
    }

    private void print(ServiceEndpoint nimble, ServiceEndpoint appStream2) {
        String ids = "image-1" + (plan.images() > 1 ? " to image-" + plan.images() : "") + ".";
        out.println(
                "# Nimble Studio and AppStream are emulated on loopback until Ctrl-C. Paste this into another shell:");
        out.println("export AWS_ENDPOINT_URL_NIMBLE=" + nimble.endpoint());
        out.println("export AWS_ENDPOINT_URL_APPSTREAM=" + appStream2.endpoint());
        out.println("export AWS_REGION=" + identity.region());
        out.println("export AWS_DEFAULT_REGION=" + identity.region());
        out.println("export AWS_ACCESS_KEY_ID=" + identity.accessKeyId());
        out.println("export AWS_SECRET_ACCESS_KEY=" + identity.secretAccessKey());
        out.println("export AWS_SESSION_TOKEN=" + identity.sessionToken());
        out.println("#");
        out.println("# AppStream has " + plan.images() + " AVAILABLE images: " + ids);
        out.println("# Any AWS SDK and CLI finds it by these variables, for example");
        out.println("#   aws appstream describe-images");
        out.println("#   aws appstream delete-image --name image-1");
        out.println("# The studio " + Plan.STUDIO + " has " + plan.images() + " READY images: " + ids);
        out.println("# Any AWS SDK that still has Nimble Studio finds it, for example");
        out.println("# - JavaScript, @aws-sdk/client-nimble:  new NimbleClient()");
        out.println("# - Java, software.amazon.awssdk:nimble:2.28.29:  NimbleClient.create()");
        out.println("# Newer AWS CLIs have no command for it any more; one from before its end has:");
        out.println("#   aws nimble list-streaming-images --studio-id " + Plan.STUDIO);
        out.flush();
    }
}
