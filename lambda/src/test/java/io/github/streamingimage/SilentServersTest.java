package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.customresource.HttpPut;
import io.github.streamingimage.customresource.ResponseUrl;
import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.time.SystemTime;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Real sockets that would be silent for ever. All calls wait at the same time, so that the whole takes as long as the longest: some
 * ten seconds. Without a timeout of the function's own, connecting ends after minutes and reading never.
 */
@Execution(ExecutionMode.CONCURRENT)
class SilentServersTest {

    private static final int FAR_MORE_SECONDS_THAN_ANY_TIMEOUT = 40;

    private static final SilentServer TAKING = SilentServer.taking();
    private static final SilentServer BUSY = SilentServer.busy();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(4, SilentServersTest::daemon);

    private static Future<Exception> putToTaking;
    private static Future<Exception> putToBusy;
    private static Future<Exception> callOfTaking;
    private static Future<Exception> callOfBusy;

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @BeforeAll
    static void callThemAll() {
        putToTaking = THREADS.submit(() -> failure(() -> put(TAKING)));
        putToBusy = THREADS.submit(() -> failure(() -> put(BUSY)));
        callOfTaking = THREADS.submit(() -> failure(() -> call(TAKING)));
        callOfBusy = THREADS.submit(() -> failure(() -> call(BUSY)));
    }

    @AfterAll
    static void close() {
        THREADS.shutdownNow();
        TAKING.close();
        BUSY.close();
    }

    private static Object put(SilentServer server) throws IOException {
        ResponseUrl url =
                ResponseUrl.of(server.url() + "/?X-Amz-Signature=0123").orElseThrow();
        return new HttpPut().put(url, new byte[] {'{', '}'});
    }

    private static Object call(SilentServer server) throws IOException {
        Map<String, String> environment = Map.of(
                "AWS_REGION", "us-west-2",
                "AWS_ACCESS_KEY_ID", "AKID",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL", server.url());
        return new AwsService(NimbleStudio.SERVICE, environment, new SystemTime(), new DnsResolver())
                .call(new ServiceRequest("GET", "/", Map.of(), ""));
    }

    private static Exception failure(Callable<Object> call) {
        try {
            throw new AssertionError("a silent server has answered " + call.call());
        } catch (Exception e) {
            return e;
        }
    }

    private static Exception end(Future<Exception> call) throws Exception {
        return call.get(FAR_MORE_SECONDS_THAN_ANY_TIMEOUT, TimeUnit.SECONDS);
    }

    @Test
    void aPutWaitsForNoReplyForEver() throws Exception {
        assertThat(end(putToTaking)).isInstanceOf(SocketTimeoutException.class).hasMessageContaining("Read");
    }

    @Test
    void aPutWaitsForNoConnectionForEver() throws Exception {
        assertThat(end(putToBusy)).isInstanceOf(SocketTimeoutException.class).hasMessageContaining("onnect");
    }

    @Test
    void aCallOfAServiceWaitsForNoReplyForEver() throws Exception {
        assertThat(end(callOfTaking)).isInstanceOf(SocketTimeoutException.class).hasMessageContaining("Read");
    }

    @Test
    void aCallOfAServiceWaitsForNoConnectionForEver() throws Exception {
        assertThat(end(callOfBusy)).isInstanceOf(SocketTimeoutException.class).hasMessageContaining("onnect");
    }
}
