package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.Services;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The function broken from outside: in what it hears, in what it stands on ({@link BrokenServices}), in what it returns. */
@FunctionalInterface
interface Broken extends Function<Services, RequestStreamHandler> {

    /** The broken function, given what the whole one is made of and how. */
    RequestStreamHandler over(Services services, Function<Services, RequestStreamHandler> function);

    @Override
    default RequestStreamHandler apply(Services services) {
        return over(services, DeletionHandler::new);
    }

    /** Broken in another way too. */
    default Broken and(Broken other) {
        return (services, function) -> over(services, grounds -> other.over(grounds, function));
    }

    /** Broken for requests of one type only. */
    default Broken on(String requestType) {
        return when("RequestType", requestType);
    }

    /** Broken for events only in which the field, or one of them, has this value. */
    default Broken when(String field, String value) {
        return (services, function) -> told((event, output, context) -> {
            boolean broken = event.contains("\"" + field + "\":\"" + value + "\"");
            run(broken ? over(services, function) : function.apply(services), event, output, context);
        });
    }

    /** It stands on something else. */
    static Broken ground(UnaryOperator<Services> broken) {
        return (services, function) -> function.apply(broken.apply(services));
    }

    /** It stands on something else, which depends on the event. */
    static Broken given(BiFunction<Services, String, Services> broken) {
        return (services, function) -> told(
                (event, output, context) -> run(function.apply(broken.apply(services, event)), event, output, context));
    }

    /** The event, as JSON text, is taken for another. */
    static Broken hearing(UnaryOperator<String> broken) {
        return (services, function) ->
                told((event, output, context) -> run(function.apply(services), broken.apply(event), output, context));
    }

    /** What Lambda tells the invocation about itself is taken for something else. */
    static Broken context(UnaryOperator<Context> broken) {
        return (services, function) -> (input, output, context) ->
                function.apply(services).handleRequest(input, output, broken.apply(context));
    }

    /** It returns something else, as JSON text. */
    static Broken returning(UnaryOperator<String> broken) {
        return (services, function) -> (input, output, context) -> {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            function.apply(services).handleRequest(input, whole, context);
            output.write(broken.apply(whole.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A function that is given the event as text. */
    interface Told {
        void run(String event, OutputStream output, Context context) throws IOException;
    }

    private static RequestStreamHandler told(Told function) {
        return (input, output, context) ->
                function.run(new String(input.readAllBytes(), StandardCharsets.UTF_8), output, context);
    }

    private static void run(RequestStreamHandler handler, String event, OutputStream output, Context context)
            throws IOException {
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
    }
}
