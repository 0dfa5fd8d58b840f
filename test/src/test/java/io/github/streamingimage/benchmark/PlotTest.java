package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class PlotTest {

    @TempDir
    private Path directory;

    @Test
    void drawsEverySeriesOnABackgroundOfItsOwn() throws Exception {
        Document svg = written(new Plot(List.of(new Plot.Panel(
                "a title",
                Plot.Axis.linear("time (seconds)"),
                Plot.Axis.linear("images <done>"),
                List.of(
                        new Plot.Series("one & all", List.of(new Plot.Point(0, 0), new Plot.Point(10, 100))),
                        new Plot.Series("other", List.of(new Plot.Point(5, 50)))),
                List.of(new Plot.Mark("floor", 8))))));
        assertThat(((Element) svg.getElementsByTagName("rect").item(0)).getAttribute("fill"))
                .isEqualTo("#ffffff");
        NodeList lines = svg.getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(2);
        String[] points =
                ((Element) lines.item(0)).getAttribute("points").trim().split(" ");
        assertThat(points).hasSize(2);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("a title", "time (seconds)", "images <done>", "one & all", "other", "floor");
    }

    @Test
    void putsValuesInTheirPlaceEvenlyOrByTheirLogarithm() {
        assertThat(AxisScale.over(false, new double[] {3, 80}, 0, 100).of(40)).isEqualTo(50);
        AxisScale logarithmic = AxisScale.over(true, new double[] {1, 10_000}, 0, 100);
        assertThat(logarithmic.of(100)).isEqualTo(50);
        assertThat(logarithmic.ticks()).containsExactly(1.0, 10.0, 100.0, 1_000.0, 10_000.0);
    }

    private Document written(Plot plot) throws IOException, ParserConfigurationException, SAXException {
        Path file = directory.resolve("plot.svg");
        plot.write(file);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Files.newInputStream(file));
    }
}
