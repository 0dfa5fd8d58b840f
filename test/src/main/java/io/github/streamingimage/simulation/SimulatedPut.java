package io.github.streamingimage.simulation;

import io.github.streamingimage.customresource.Put;
import io.github.streamingimage.customresource.ResponseUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The response endpoint as one invocation meets it. Its exceptions quote the URL, as real ones can. */
final class SimulatedPut implements Put {

    private static final Duration HANG = Duration.ofSeconds(10);
    private static final Duration URL_EXPIRES = Duration.ofSeconds(7200);

    private final World world;
    private final SimulatedInvocation invocation;

    SimulatedPut(World world, SimulatedInvocation invocation) {
        this.world = world;
        this.invocation = invocation;
    }

    @Override
    public int put(ResponseUrl url, byte[] body) throws IOException {
        Request request = invocation.handling().request();
        if (url.redact(request.url()).contains(Request.SECRET)) {
            world.breach(Clause.RESPONDS_TO_ANOTHER_URL, "the answer to " + request);
        }
        invocation.deeds().put();
        ResponseCheck.Read answer = ResponseCheck.check(world, invocation, body);
        invocation.step();
        invocation.takesUsual();
        invocation.troubled(true);
        if (invocation.strikes(Fault.PUT_LOST)) {
            throw new ConnectException("no connection to " + request.url());
        }
        if (invocation.strikes(Fault.PUT_SERVER_ERROR)) {
            return 503;
        }
        if (invocation.strikes(Fault.PUT_REFUSED)
                || Duration.between(request.sentAt(), world.now()).compareTo(URL_EXPIRES) > 0) {
            invocation.deeds().refused();
            return 403;
        }
        world.note("%s delivers %s", invocation, answer);
        invocation.handling().answered(world.now(), answer);
        world.cloudFormation().receive(invocation.handling(), body);
        invocation.step();
        if (invocation.strikes(Fault.PUT_REPLY_LOST)) {
            invocation.takes(HANG);
            throw new SocketTimeoutException("no answer from " + request.url());
        }
        invocation.deeds().delivered();
        return 200;
    }
}
