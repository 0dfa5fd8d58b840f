package io.github.streamingimage.localrun.report;

import io.github.streamingimage.localrun.history.EmulatedService;
import io.github.streamingimage.localrun.history.StateKind;
import io.github.streamingimage.localrun.report.Lane.Sign;

/** Says what the looks and the signs on the timeline mean. */
final class Legend {

    private Legend() {}

    static void write(Markup page, EmulatedService service) {
        page.open("ul", "class", "legend", "aria-label", "Legend");
        for (StateKind kind : StateKind.values()) {
            page.open("li").open("svg", "class", "swatch", "width", 26, "height", 14, "aria-hidden", "true");
            page.open("g", "class", "band " + kind.label());
            page.open("rect", "class", "fill", "width", 26, "height", 14).close("rect");
            page.open("rect", "fill", "url(#pattern-" + kind.label() + ")", "width", 26, "height", 14)
                    .close("rect");
            page.close("g").close("svg").text(words(kind)).close("li");
        }
        for (Sign sign : Sign.values()) {
            page.open("li").sign(sign).text(words(sign, service)).close("li");
        }
        page.close("ul").newline();
    }

    private static String words(StateKind kind) {
        return switch (kind) {
            case STEADY -> "ready, nothing going on";
            case CHANGING -> "being created or updated";
            case DELETING -> "being deleted";
            case DELETED -> "deleted";
            case FAILED -> "failed or rolling back";
        };
    }

    private static String words(Sign sign, EmulatedService service) {
        return switch (sign) {
            case LOOK -> "look (" + service.look() + ")";
            case FAILED_LOOK -> "look that met a fault";
            case DELETE -> service.delete() + " accepted";
            case FAILED_CALL -> "call that met a fault";
            case INTERRUPTION -> "function's process ended";
            case SUCCESS -> "response SUCCESS";
            case FAILURE -> "response FAILED";
        };
    }
}
