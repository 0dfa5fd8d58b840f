package io.github.streamingimage.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The elements of a build tool's XML report. */
final class XmlElements {

    private XmlElements() {}

    /** All elements of that name in the file, in their order. */
    static List<Element> of(Path file, String name) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return list(factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName(name));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no XML report", e);
        }
    }

    /** The text of the element of that name inside, stripped. */
    static String text(Element element, String name) {
        return list(element.getElementsByTagName(name)).get(0).getTextContent().strip();
    }

    static boolean has(Element element, String name) {
        return element.getElementsByTagName(name).getLength() > 0;
    }

    private static List<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }
}
