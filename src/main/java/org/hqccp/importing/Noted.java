package org.hqccp.importing;

import org.jspecify.annotations.Nullable;

/**
 * One line of a report. It never holds a value of a student.
 *
 * @param kind what kind of thing it tells
 * @param file the file
 * @param row the line of the file it stands on, counted from 1; 0 where it is about the whole file
 * @param column the place in the line, counted from 1; 0 where it is about the whole row
 * @param element the column or element
 * @param times how often it was met
 * @param message what it is, in plain words
 */
public record Noted(
        Kind kind,
        String file,
        long row,
        int column,
        @Nullable String element,
        long times,
        String message) {

    public Noted {
        // Names come from files: on a terminal or in a table they are no more than names.
        file = plain(file);
        element = element == null ? null : plain(element);
    }

    private static String plain(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
