package io.github.streamingimage.emulator.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to come: of those that befall a call, the one scripted first; confined to a lock. */
final class PendingFaults {
    private final List<FaultScript> scripts = new ArrayList<>();

    void add(FaultScript script) {
        scripts.add(script);
    }

    void clear() {
        scripts.clear();
    }

    Optional<ServiceFault> next(ServiceCall call) {
        for (int i = 0; i < scripts.size(); i++) {
            FaultScript script = scripts.get(i);
            if (script.befalls(call)) {
                scripts.remove(i);
                int place = i;
                script.afterOneMore().ifPresent(rest -> scripts.add(place, rest));
                return Optional.of(script.fault());
            }
        }
        return Optional.empty();
    }
}
