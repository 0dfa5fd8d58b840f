package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.localrun.history.StateKind;

/** How text stands out on a terminal: by the sequences of ECMA-48, "Select Graphic Rendition". */
enum Colour {
    NONE(""),
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String paint(String text) {
        return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    static Colour of(StateKind kind) {
        return switch (kind) {
            case STEADY -> BOLD;
            case CHANGING -> CYAN;
            case DELETING -> YELLOW;
            case DELETED -> GREEN;
            case FAILED -> RED;
        };
    }
}
