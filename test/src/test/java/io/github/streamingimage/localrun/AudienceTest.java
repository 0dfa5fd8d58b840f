package io.github.streamingimage.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.RequestType;
import io.github.streamingimage.emulator.cloudformation.Violation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an audience passes on. */
class AudienceTest {

    private final List<String> heard = new ArrayList<>();
    private final Audience audience = new Audience(listener("first"), listener("second"));
    private final RecordedRun events = new RecordedRun();

    @Test
    void tellsEveryListenerOfEverythingUntilTheRunIsOverAndThenTheFunctionsLastLinesOnly() {
        events.tell(audience);
        everything();
        List<String> kinds = List.of(
                "stateChanged",
                "requestDecided",
                "stackEvent",
                "requestSent",
                "responseReceived",
                "functionEvent",
                "violated");
        assertThat(heard)
                .containsExactlyElementsOf(kinds.stream()
                        .flatMap(kind -> Stream.of("first " + kind, "second " + kind))
                        .toList());
        heard.clear();
        audience.end();
        everything();
        assertThat(heard).isEmpty();
        events.decided(1, "WAIT", 1_000);
        assertThat(heard).containsExactly("first functionEvent", "second functionEvent");
    }

    private void everything() {
        events.state(1, null, "READY").look(1).stack("CREATE_IN_PROGRESS").sent(1, RequestType.CREATE);
        events.answered(1, RequestType.CREATE, "SUCCESS", "").processStarted();
        audience.violated(new Violation("id", "wrong"));
    }

    private RegionListener listener(String name) {
        InvocationHandler handler = (proxy, method, args) -> {
            heard.add(name + " " + method.getName());
            return null;
        };
        return (RegionListener) Proxy.newProxyInstance(
                RegionListener.class.getClassLoader(), new Class<?>[] {RegionListener.class}, handler);
    }
}
