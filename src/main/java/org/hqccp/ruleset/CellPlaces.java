package org.hqccp.ruleset;

import java.util.ArrayList;
import java.util.List;

/** Where the cells of a table stand in its text. Only asked when there is a problem to tell. */
final class CellPlaces {
    private final String text;

    CellPlaces(String text) {
        this.text = text;
    }

    /** Where a cell starts, both counted from 1. */
    record Place(int line, int column) {}

    /** The cell with a number, counted from 0, of the row that starts on a line; the last one if there are fewer. */
    Place of(int line, int cell) {
        List<Place> places = row(line);
        return places.get(Math.min(Math.max(cell, 0), places.size() - 1));
    }

    private List<Place> row(int first) {
        int at = offsetOf(first);
        int line = first;
        int lineStart = at;
        List<Place> places = new ArrayList<>();
        places.add(new Place(line, 1));
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                break;
            } else if (c == '\n') {
                line++;
                lineStart = at + 1;
            } else if (c == ',' && !quoted) {
                places.add(new Place(line, at + 2 - lineStart));
            }
        }
        return places;
    }

    private int offsetOf(int line) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', offset);
            if (end < 0) {
                return text.length();
            }
            offset = end + 1;
        }
        return offset;
    }
}
