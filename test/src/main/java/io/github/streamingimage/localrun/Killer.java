package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import io.github.streamingimage.localrun.history.LogLine;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** While armed, kills the function's process that is to wait for an image, once for each image. */
final class Killer implements RegionListener {

    private final Set<String> killedFor = ConcurrentHashMap.newKeySet();
    private volatile LambdaFunction target;

    void arm(LambdaFunction function) {
        target = function;
    }

    /** An invocation that hands over may have ended before it is killed: then the next one is. */
    @Override
    public void functionEvent(FunctionEvent event) {
        LambdaFunction function = target;
        if (function != null && event instanceof FunctionEvent.Logged logged) {
            LogLine.parse(logged.line())
                    .filter(line -> line.isWaitOfDelete() && !killedFor.contains(line.logicalId()))
                    .filter(line -> function.kill(line.awsRequestId()))
                    .ifPresent(line -> killedFor.add(line.logicalId()));
        }
    }
}
