package io.github.streamingimage.stack;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML. Document types are refused, so no text can make the parser fetch or expand anything. */
final class XmlRecords {

    private XmlRecords() {}

    /** The texts of the elements right below each element of that path, by their names. */
    static List<Map<String, String>> read(byte[] xml, String path) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
        List<Map<String, String>> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.addLast(reader.getLocalName());
                    text.setLength(0);
                    if (String.join("/", open).equals(path)) {
                        found.add(new HashMap<>());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = open.removeLast();
                    if (String.join("/", open).equals(path)) {
                        found.get(found.size() - 1).put(name, text.toString().strip());
                    }
                    text.setLength(0);
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return found;
    }
}
