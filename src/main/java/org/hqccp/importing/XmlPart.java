package org.hqccp.importing;

import java.util.ArrayList;
import java.util.List;

/** An element of an XML record, with those elements below it that are looked at. */
final class XmlPart implements Scope {
    private static final int LONGEST = 1_000;

    private final String file;
    private final long row;
    private final int column;
    private final String name;
    private final List<XmlPart> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlPart(String file, long row, int column, String name) {
        this.file = file;
        this.row = row;
        this.column = column;
        this.name = name;
    }

    void add(XmlPart part) {
        parts.add(part);
    }

    /** Adds text; of what is too long to be a value, one letter too many is kept, so that it is known to be too long. */
    void add(char[] letters, int from, int count) {
        text.append(letters, from, Math.min(count, LONGEST + 1 - Math.min(LONGEST + 1, text.length())));
    }

    @Override
    public List<String> get(String path) {
        List<String> values = new ArrayList<>();
        for (XmlPart part : at(path)) {
            String value = part.text.toString().strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    public List<Scope> parts(String path) {
        return List.copyOf(at(path));
    }

    private List<XmlPart> at(String path) {
        List<XmlPart> found = List.of(this);
        for (String step : path.split("/")) {
            List<XmlPart> next = new ArrayList<>();
            for (XmlPart each : found) {
                for (XmlPart part : each.parts) {
                    if (part.name.equals(step)) {
                        next.add(part);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public int column(String path) {
        List<XmlPart> found = path.isEmpty() ? List.of() : at(path);
        return found.isEmpty() || found.get(0).row != row ? 0 : found.get(0).column;
    }
}
