package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import io.github.streamingimage.localrun.history.LogLine;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** While armed, kills the function's process that waits for an image, once for each image. */
final class Killer implements RegionListener {

    private final Set<String> killedFor = ConcurrentHashMap.newKeySet();
    private volatile LambdaFunction target;

    void arm(LambdaFunction function) {
        target = function;
    }

    @Override
    public void functionEvent(FunctionEvent event) {
        LambdaFunction function = target;
        if (function != null && event instanceof FunctionEvent.Logged logged) {
            LogLine.parse(logged.line())
                    .filter(line -> line.isWaitOfDelete() && killedFor.add(line.logicalId()))
                    .ifPresent(line -> function.kill(line.awsRequestId()));
        }
    }
}
