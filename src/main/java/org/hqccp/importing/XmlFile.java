package org.hqccp.importing;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One interchange file of Ed-Fi, read record by record. A file that declares a document type is refused: no record of Ed-Fi has one, and
 * it is how files are made to read other files, or to grow without end.
 */
final class XmlFile {
    private static final String VERSION = "http://ed-fi.org/5.2.0";
    private static final int DEEPEST = 40;
    private static final int MOST_PARTS = 20_000;
    private static final XMLInputFactory XML = factory();

    private final String file;
    private final Gathering gathering;
    private final ImportReport report;
    private int parts;

    XmlFile(String file, Gathering gathering, ImportReport report) {
        this.file = file;
        this.gathering = gathering;
        this.report = report;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    /** A file that is not read any further. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        Stopped(String why) {
            super(why);
        }
    }

    void read(InputStream in) {
        XMLStreamReader xml = null;
        String[] record = {""};
        try {
            xml = XML.createXMLStreamReader(new MarkupGuard(in));
            records(xml, record);
        } catch (XMLStreamException e) {
            broken(xml, e, record[0], "the file cannot be read from here on: what stands before it was taken");
        } catch (Stopped e) {
            broken(xml, null, record[0], String.valueOf(e.getMessage()));
        }
    }

    private void broken(@Nullable XMLStreamReader xml, @Nullable XMLStreamException e, String record, String message) {
        // Nobody knows what the rest of the file would have told of.
        gathering.damageAll();
        var place = e != null && e.getLocation() != null ? e.getLocation() : xml == null ? null : xml.getLocation();
        report.note(
                Kind.BAD_FILE,
                file,
                place == null ? 0 : Math.max(0, place.getLineNumber()),
                place == null ? 0 : Math.max(0, place.getColumnNumber()),
                record.isEmpty() ? null : record,
                message);
    }

    private void records(XMLStreamReader xml, String[] record) throws XMLStreamException, Stopped {
        boolean isDescriptors = false;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Stopped("the file declares a document type (DOCTYPE): it is refused, and not read");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT && depth == 0) {
                depth++;
                isDescriptors = root(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                record[0] = xml.getLocalName();
                record(xml, isDescriptors);
                record[0] = "";
            }
        }
    }

    private boolean root(XMLStreamReader xml) throws Stopped {
        if (!xml.getLocalName().startsWith("Interchange")) {
            throw new Stopped("it is no interchange file of Ed-Fi: its outermost element has another name; not read");
        }
        if (!VERSION.equals(xml.getNamespaceURI())) {
            report.note(
                    Kind.NOTE,
                    file,
                    xml.getLocation().getLineNumber(),
                    0,
                    xml.getLocalName(),
                    "it is of another version than Ed-Fi 5.2; it is read as that one");
        }
        return xml.getLocalName().equals("InterchangeDescriptors");
    }

    private void record(XMLStreamReader xml, boolean isDescriptors) throws XMLStreamException, Stopped {
        String name = xml.getLocalName();
        RecordRows rows = gathering.rows(name);
        parts = 0;
        if (isDescriptors) {
            XmlPart descriptor = part(xml, "", null, Set.of("CodeValue", "ShortDescription"), name);
            descriptor
                    .get("CodeValue")
                    .forEach(code -> descriptor
                            .get("ShortDescription")
                            .forEach(shortName -> gathering.meanings().shortName(shortName, code)));
        } else if (rows == null || rows.isNotRead()) {
            report.column(
                    rows == null ? Kind.NOT_KNOWN : Kind.NOT_READ,
                    file,
                    name,
                    1,
                    rows == null ? "no record of the crosswalk: not read" : "no fact of a student is read from it");
            skip(xml);
        } else {
            Set<String> needed = new HashSet<>();
            rows.needed().forEach(path -> {
                for (String at = path;
                        !at.isEmpty();
                        at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
                    needed.add(at);
                }
            });
            gathering.accept(rows, part(xml, "", rows, needed, name), element -> true);
        }
    }

    /** Reads an element to its end, and keeps of it what is needed. */
    private XmlPart part(
            XMLStreamReader xml, String path, @Nullable RecordRows rows, Set<String> needed, String recordName)
            throws XMLStreamException, Stopped {
        XmlPart part = new XmlPart(
                file, xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), xml.getLocalName());
        if (++parts > MOST_PARTS || path.chars().filter(c -> c == '/').count() > DEEPEST) {
            throw new Stopped("a record is larger than any record of Ed-Fi: the file is not read any further");
        }
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    String below = path.isEmpty() ? name : path + "/" + name;
                    if (needed.contains(below)) {
                        part.add(part(xml, below, rows, needed, recordName));
                    } else {
                        if (rows != null) {
                            Unused.tell(report, file, rows.unused(below), recordName + "/" + below, name, 1);
                        }
                        skip(xml);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (needed.contains(path)) {
                        part.add(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return part;
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Stopped("the file uses an entity of its own making: it is not read any further");
                default -> {}
            }
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
