package io.github.streamingimage.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import software.amazon.awscdk.Duration;

/** The names and figures of {@code deployment.properties}, which emulated environments read as well. */
final class DeploymentFigures {
    private static final Properties FIGURES = read();

    private DeploymentFigures() {}

    static String text(String key) {
        String value = FIGURES.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("deployment.properties lacks " + key);
        }
        return value;
    }

    static int number(String key) {
        return Integer.parseInt(text(key));
    }

    /** The value of {@code key.seconds}. */
    static Duration seconds(String key) {
        return Duration.seconds(number(key + ".seconds"));
    }

    private static Properties read() {
        Properties figures = new Properties();
        try (InputStream resource = DeploymentFigures.class.getResourceAsStream("deployment.properties")) {
            figures.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }
}
