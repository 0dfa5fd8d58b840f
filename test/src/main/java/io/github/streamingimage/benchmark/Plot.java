package io.github.streamingimage.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Line charts side by side as one SVG with a background of its own, so that it can be read on light and on dark pages. */
record Plot(List<Panel> panels) {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 330;
    private static final int LEFT = 62;
    private static final int TOP = 34;
    private static final int RIGHT = 30;
    private static final int BOTTOM = 46;
    private static final int LEGEND_LINE = 18;
    /** Colours that people who do not see all colours can tell apart (Okabe and Ito). */
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9");

    /** One chart. Marks are upright lines with a label. */
    record Panel(String title, Axis across, Axis up, List<Series> series, List<Mark> marks) {}

    record Series(String name, List<Point> points) {}

    record Point(double x, double y) {}

    record Mark(String label, double x) {}

    /** @param label what is measured, with its unit */
    record Axis(String label, boolean logarithmic) {
        static Axis linear(String label) {
            return new Axis(label, false);
        }

        static Axis logarithmic(String label) {
            return new Axis(label, true);
        }
    }

    void write(Path file) throws IOException {
        int names = panels.get(0).series().size();
        int height = HEIGHT + LEGEND_LINE * names + 10;
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">%n"
                        + "<rect width=\"%1$d\" height=\"%2$d\" fill=\"#ffffff\"/>%n",
                WIDTH * panels.size(), height));
        for (int i = 0; i < panels.size(); i++) {
            svg.append("<g transform=\"translate(").append(i * WIDTH).append(",0)\">\n");
            new Drawing(panels.get(i), svg).draw();
            svg.append("</g>\n");
        }
        for (int i = 0; i < names; i++) {
            int y = HEIGHT + LEGEND_LINE * i + 4;
            line(svg, LEFT, y, LEFT + 24, y, COLOURS.get(i), 2);
            text(svg, LEFT + 32, y + 4, "start", panels.get(0).series().get(i).name());
        }
        Files.writeString(file, svg.append("</svg>\n"));
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String colour, int width) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** One panel on its way into the SVG. */
    private record Drawing(Panel panel, StringBuilder svg) {

        void draw() {
            AxisScale x = scale(panel.across(), true);
            AxisScale y = scale(panel.up(), false);
            text(svg, (LEFT + WIDTH - RIGHT) / 2.0, 20, "middle", panel.title());
            x.ticks().forEach(tick -> {
                line(svg, x.of(tick), TOP, x.of(tick), HEIGHT - BOTTOM, "#e4e4e4", 1);
                text(svg, x.of(tick), HEIGHT - BOTTOM + 16, "middle", AxisScale.label(tick));
            });
            y.ticks().forEach(tick -> {
                line(svg, LEFT, y.of(tick), WIDTH - RIGHT, y.of(tick), "#e4e4e4", 1);
                text(svg, LEFT - 6, y.of(tick) + 4, "end", AxisScale.label(tick));
            });
            text(
                    svg,
                    (LEFT + WIDTH - RIGHT) / 2.0,
                    HEIGHT - BOTTOM + 34,
                    "middle",
                    panel.across().label());
            svg.append("<g transform=\"translate(14,")
                    .append((TOP + HEIGHT - BOTTOM) / 2)
                    .append(") rotate(-90)\">");
            text(svg, 0, 0, "middle", panel.up().label());
            svg.append("</g>\n");
            panel.marks().forEach(mark -> {
                line(svg, x.of(mark.x()), TOP, x.of(mark.x()), HEIGHT - BOTTOM, "#222", 1);
                text(svg, x.of(mark.x()) - 4, TOP + 12, "end", mark.label());
            });
            for (int i = 0; i < panel.series().size(); i++) {
                draw(panel.series().get(i), COLOURS.get(i), x, y);
            }
        }

        private void draw(Series series, String colour, AxisScale x, AxisScale y) {
            svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                    .append(colour)
                    .append("\" points=\"");
            series.points()
                    .forEach(point ->
                            svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.of(point.x()), y.of(point.y()))));
            svg.append("\"/>\n");
        }

        private AxisScale scale(Axis axis, boolean across) {
            DoubleStream values = panel.series().stream()
                    .flatMap(series -> series.points().stream())
                    .mapToDouble(point -> across ? point.x() : point.y());
            DoubleStream marks = panel.marks().stream().filter(mark -> across).mapToDouble(Mark::x);
            double[] all = DoubleStream.concat(values, marks).toArray();
            return AxisScale.over(
                    axis.logarithmic(), all, across ? LEFT : HEIGHT - BOTTOM, across ? WIDTH - RIGHT : TOP);
        }
    }
}
