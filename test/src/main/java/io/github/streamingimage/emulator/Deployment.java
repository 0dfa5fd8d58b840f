package io.github.streamingimage.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** What the constructs deploy and an emulated environment has to agree on, from the file that they read themselves. */
public final class Deployment {

    private static final String FILE = "/io/github/streamingimage/infra/deployment.properties";
    private static final Properties PROPERTIES = read();

    private Deployment() {}

    /**
     * The handler of a service's function, as Lambda is told it.
     *
     * @param service {@code nimble-studio} or {@code appstream}
     */
    public static String handler(String service) {
        return text(service + ".handler") + "::handleRequest";
    }

    /** A time of the file, by its name without the unit: {@code function.timeout}, {@code fallback.event-age} and the like. */
    public static Duration seconds(String name) {
        return Duration.ofSeconds(Long.parseLong(text(name + ".seconds")));
    }

    private static String text(String name) {
        return Optional.ofNullable(PROPERTIES.getProperty(name))
                .orElseThrow(() -> new IllegalArgumentException(FILE + " has no " + name));
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream file = Deployment.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
