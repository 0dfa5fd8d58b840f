package io.github.streamingimage.localrun.progress;

import java.util.List;

/** The signs of the board, each one column wide everywhere. */
enum Glyphs {
    UNICODE("✓", "✗", "▾", "▪", "█", List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏")),
    ASCII("+", "x", "v", ".", "#", List.of("|", "/", "-", "\\"));

    final String success;
    final String failure;
    final String delete;
    final String look;
    final String bar;
    private final List<String> spinner;

    Glyphs(String success, String failure, String delete, String look, String bar, List<String> spinner) {
        this.success = success;
        this.failure = failure;
        this.delete = delete;
        this.look = look;
        this.bar = bar;
        this.spinner = spinner;
    }

    static Glyphs of(Terminal terminal) {
        return terminal.hasUnicode() ? UNICODE : ASCII;
    }

    String spinner(long frame) {
        return spinner.get((int) (frame % spinner.size()));
    }
}
