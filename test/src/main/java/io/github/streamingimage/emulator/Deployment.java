package io.github.streamingimage.emulator;

import io.github.streamingimage.emulator.stepfunctions.StepFunctions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** What the constructs deploy and an emulated environment has to agree on, from the file that they read themselves. */
public final class Deployment {

    private static final String FOLDER = "/io/github/streamingimage/infra/";
    private static final String FILE = FOLDER + "deployment.properties";
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

    /** The variable that tells a function its state machine; the fallback function has none. */
    public static String stateMachineVariable() {
        return text("function.environment.state-machine");
    }

    /**
     * The state machine on which a function waits, for an independent interpreter.
     *
     * @param modules the {@code node_modules} that hold the interpreter
     */
    public static StepFunctions.StateMachine stateMachine(Path modules) {
        try (InputStream definition = Deployment.class.getResourceAsStream(FOLDER + "waiting.asl.json")) {
            return new StepFunctions.StateMachine(
                    "arn:aws:states:us-west-2:123456789012:stateMachine:waiting",
                    new String(definition.readAllBytes(), StandardCharsets.UTF_8).replace("${Partition}", "aws"),
                    modules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
