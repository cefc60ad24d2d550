package org.hqccp.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that a file says is still to be filled in.
 *
 * @param file the file
 * @param line its line, counted from 1
 * @param what what is missing, in the words of the file
 */
public record FillIn(String file, int line, String what) {
    private static final String WORD = "FILL IN:";

    /** All of them, in order of place. */
    public static List<FillIn> in(Map<String, String> files) {
        List<FillIn> found = new ArrayList<>();
        new TreeMap<>(files).forEach((file, text) -> {
            if (text.contains(WORD)) {
                List<String> lines = text.lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    int at = lines.get(i).indexOf(WORD);
                    if (at >= 0) {
                        found.add(new FillIn(
                                file,
                                i + 1,
                                lines.get(i).substring(at + WORD.length()).strip()));
                    }
                }
            }
        });
        return found;
    }

    /** {@code file:line}. */
    public String place() {
        return file + ":" + line;
    }
}
