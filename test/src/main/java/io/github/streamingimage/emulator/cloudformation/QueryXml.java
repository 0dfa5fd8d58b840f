package io.github.streamingimage.emulator.cloudformation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes answers of CloudFormation's Query API, version 2010-05-15, as XML in UTF-8. */
final class QueryXml {

    private static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    /** Writes what is particular to one operation. */
    @FunctionalInterface
    private interface Result {
        void write(QueryXml xml) throws XMLStreamException;
    }

    private QueryXml() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    static byte[] describeStacks(StackDescription stack) {
        return written("DescribeStacks", xml -> {
            xml.writer.writeStartElement("Stacks");
            xml.writer.writeStartElement("member");
            xml.element("StackId", stack.stackId());
            xml.element("StackName", stack.stackName());
            xml.time("CreationTime", stack.creationTime());
            if (stack.lastUpdatedTime().isPresent()) {
                xml.time("LastUpdatedTime", stack.lastUpdatedTime().get());
            }
            if (stack.deletionTime().isPresent()) {
                xml.time("DeletionTime", stack.deletionTime().get());
            }
            xml.element("StackStatus", stack.status().name());
            xml.element("DisableRollback", "false");
            if (stack.parentId().isPresent()) {
                xml.element("ParentId", stack.parentId().get());
            }
            if (stack.rootId().isPresent()) {
                xml.element("RootId", stack.rootId().get());
            }
            xml.writer.writeEndElement();
            xml.writer.writeEndElement();
        });
    }

    static byte[] listStackResources(List<StackResource> resources, Optional<String> nextToken) {
        return written("ListStackResources", xml -> {
            if (nextToken.isPresent()) {
                xml.element("NextToken", nextToken.get());
            }
            xml.writer.writeStartElement("StackResourceSummaries");
            for (StackResource resource : resources) {
                xml.writer.writeStartElement("member");
                xml.element("LogicalResourceId", resource.logicalId());
                if (!resource.physicalId().isEmpty()) {
                    xml.element("PhysicalResourceId", resource.physicalId());
                }
                xml.element("ResourceType", resource.resourceType());
                xml.time("LastUpdatedTimestamp", resource.lastUpdated());
                xml.element("ResourceStatus", resource.status().name());
                xml.writer.writeEndElement();
            }
            xml.writer.writeEndElement();
        });
    }

    private static byte[] written(String operation, Result result) {
        try {
            QueryXml xml = new QueryXml();
            xml.open(operation + "Response");
            xml.writer.writeStartElement(operation + "Result");
            result.write(xml);
            xml.writer.writeEndElement();
            xml.writer.writeStartElement("ResponseMetadata");
            xml.requestId();
            return xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
    }

    static byte[] error(QueryError error) {
        try {
            QueryXml xml = new QueryXml();
            xml.open("ErrorResponse");
            xml.writer.writeStartElement("Error");
            xml.element("Type", error.httpStatus() < 500 ? "Sender" : "Receiver");
            xml.element("Code", error.code());
            xml.element("Message", error.message());
            xml.writer.writeEndElement();
            xml.requestId();
            return xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
    }

    private void open(String root) throws XMLStreamException {
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        writer.writeStartElement(root);
        writer.writeDefaultNamespace(NAMESPACE);
    }

    private void requestId() throws XMLStreamException {
        element("RequestId", UUID.randomUUID().toString());
    }

    private void element(String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    private void time(String name, Instant time) throws XMLStreamException {
        element(name, time.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private byte[] close() throws XMLStreamException {
        writer.writeEndDocument();
        writer.close();
        return bytes.toByteArray();
    }
}
