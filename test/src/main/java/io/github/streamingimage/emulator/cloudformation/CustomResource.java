package io.github.streamingimage.emulator.cloudformation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A custom resource, backed by the one function that the emulator knows. Its properties are as CloudFormation sends them, every
 * scalar a string.
 *
 * @param resourceType begins with {@code Custom::}
 * @param properties without {@code ServiceToken}; {@code ServiceTimeout}, if any, is 1 to 3600 seconds
 * @param dependsOn logical ids
 */
public record CustomResource(String resourceType, Map<String, Object> properties, Set<String> dependsOn)
        implements ResourceDeclaration {

    private static final int LONGEST_SECONDS = 3600;

    public CustomResource {
        if (!resourceType.startsWith("Custom::")) {
            throw new IllegalArgumentException("resourceType: must begin with Custom::");
        }
        if (properties.containsKey("ServiceToken")) {
            throw new IllegalArgumentException("ServiceToken: is set by the emulator");
        }
        properties = PropertyValues.asSent(properties);
        dependsOn = Set.copyOf(dependsOn);
        parseTimeout(properties);
    }

    /** A {@code Custom::StreamingImageDeletion} with these properties. */
    public static CustomResource of(Map<String, Object> properties) {
        return new CustomResource("Custom::StreamingImageDeletion", properties, Set.of());
    }

    /** The same resource, depending on one more. */
    public CustomResource dependingOn(String logicalId) {
        Set<String> more = new LinkedHashSet<>(dependsOn);
        more.add(logicalId);
        return new CustomResource(resourceType, properties, more);
    }

    /** How long CloudFormation waits for a response, in seconds. */
    public int serviceTimeoutSeconds() {
        return parseTimeout(properties);
    }

    @Override
    public boolean sameAs(ResourceDeclaration other) {
        return other instanceof CustomResource custom && custom.properties.equals(properties);
    }

    @Override
    public void accept(Consumer<CustomResource> custom, Consumer<OtherResource> other, Consumer<NestedStack> nested) {
        custom.accept(this);
    }

    private static int parseTimeout(Map<String, Object> properties) {
        Object value = properties.getOrDefault("ServiceTimeout", Integer.toString(LONGEST_SECONDS));
        if (value instanceof String text && text.matches("\\d{1,4}")) {
            int seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
                return seconds;
            }
        }
        throw new IllegalArgumentException("ServiceTimeout: must be 1 to " + LONGEST_SECONDS + " seconds");
    }
}
