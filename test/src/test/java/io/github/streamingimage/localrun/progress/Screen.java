package io.github.streamingimage.localrun.progress;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal of a given size that understands just what a board may send: text, line feeds, carriage returns, and of ECMA-48 CUU, EL
 * 0, ED 0 and SGR. Anything else, a line that is too wide, and a move above the first visible line fail the test.
 */
final class Screen extends Writer {

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\d*)([A-Za-z])");

    private final int columns;
    private final int rows;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private final StringBuilder received = new StringBuilder();
    private int row;
    private int column;

    Screen(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** What is on it, and above it, without blanks at the ends of lines. */
    List<String> lines() {
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    /** Everything that was sent. */
    String received() {
        return received.toString();
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        String text = new String(buffer, offset, length);
        received.append(text);
        Matcher sequence = SEQUENCE.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\u001b') {
                if (!sequence.find(i) || sequence.start() != i) {
                    throw new AssertionError("no sequence that terminals know: " + text.substring(i + 1));
                }
                obey(sequence.group(2), sequence.group(1));
                i = sequence.end() - 1;
            } else {
                put(text.charAt(i));
            }
        }
    }

    private void obey(String command, String argument) {
        switch (command) {
            case "A" -> up(Integer.parseInt(argument));
            case "K" -> line().setLength(Math.min(column, line().length()));
            case "J" -> {
                line().setLength(Math.min(column, line().length()));
                lines.subList(row + 1, lines.size()).clear();
            }
            case "m" -> {}
            default -> throw new AssertionError("an unexpected sequence: " + argument + command);
        }
    }

    private void up(int count) {
        if (count < 1 || row - count < Math.max(0, lines.size() - rows)) {
            throw new AssertionError("cannot go up by " + count + " from line " + row + " of " + lines.size());
        }
        row -= count;
    }

    private void put(char character) {
        if (character == '\n') {
            row++;
            column = 0;
            if (row == lines.size()) {
                lines.add(new StringBuilder());
            }
        } else if (character == '\r') {
            column = 0;
        } else if (character < ' ' || column == columns) {
            throw new AssertionError("cannot show '" + character + "' in column " + column + " after " + line());
        } else {
            line().append(" ".repeat(Math.max(0, column + 1 - line().length())));
            line().setCharAt(column++, character);
        }
    }

    private StringBuilder line() {
        return lines.get(row);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
