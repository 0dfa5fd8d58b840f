package io.github.streamingimage;

import io.github.streamingimage.customresource.Misspelling;
import io.github.streamingimage.deletion.Deletion.OnRollback;
import io.github.streamingimage.deletion.Deletion.OnServiceRetired;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of the resources. {@link #problem} tells what is wrong with them; the methods that read them never fail, and give the
 * default for what cannot be read, so that a Delete is not in the way of its stack.
 */
final class Options {

    private static final String ON_ROLLBACK = "OnRollback";
    private static final String ON_SERVICE_RETIRED = "OnServiceRetired";

    /** CloudFormation's own properties of every custom resource. */
    private static final List<String> OF_CLOUDFORMATION = List.of("ServiceTimeout", "ServiceToken");

    private Options() {}

    /**
     * Properties that are probably misspelled.
     *
     * @param others the names of the properties that the resource has beside these options
     */
    static List<Misspelling> misspellings(Map<String, Object> properties, List<String> others) {
        List<String> known = new ArrayList<>(others);
        known.add(ON_ROLLBACK);
        known.addAll(OF_CLOUDFORMATION);
        return Misspelling.among(properties, known);
    }

    /** What is wrong with the first of them that is malformed, naming it; nothing when all are well-formed or absent. */
    static Optional<String> problem(Map<String, Object> properties) {
        return problem(properties, ON_ROLLBACK, "Retain", "Delete")
                .or(() -> problem(properties, ON_SERVICE_RETIRED, "Succeed", "Fail"));
    }

    static OnRollback onRollback(Map<String, Object> properties) {
        return "Delete".equals(properties.get(ON_ROLLBACK)) ? OnRollback.DELETE : OnRollback.RETAIN;
    }

    static OnServiceRetired onServiceRetired(Map<String, Object> properties) {
        return "Fail".equals(properties.get(ON_SERVICE_RETIRED)) ? OnServiceRetired.FAIL : OnServiceRetired.SUCCEED;
    }

    private static Optional<String> problem(Map<String, Object> properties, String name, String one, String other) {
        Object value = properties.get(name);
        return value == null || one.equals(value) || other.equals(value)
                ? Optional.empty()
                : Optional.of("Property " + name + " is neither " + one + " nor " + other + ".");
    }
}
