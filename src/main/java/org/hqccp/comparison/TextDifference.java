package org.hqccp.comparison;

import java.util.Arrays;

/** Says how one text became another, showing only the words that differ and a few around them. */
final class TextDifference {
    private static final int AROUND = 3;

    private TextDifference() {}

    /** "“at least 2 technical courses” becomes “at least 3 technical courses”"; empty where they are the same. */
    static String of(String before, String after) {
        String[] old = before.strip().split("\\s+");
        String[] young = after.strip().split("\\s+");
        int start = 0;
        while (start < old.length && start < young.length && old[start].equals(young[start])) {
            start++;
        }
        if (start == old.length && start == young.length) {
            return "";
        }
        int end = 0;
        while (end < old.length - start
                && end < young.length - start
                && old[old.length - 1 - end].equals(young[young.length - 1 - end])) {
            end++;
        }
        int from = Math.max(0, start - AROUND);
        int kept = Math.max(0, end - AROUND);
        return quoted(old, from, old.length - kept) + " becomes " + quoted(young, from, young.length - kept);
    }

    private static String quoted(String[] words, int from, int to) {
        if (from >= to) {
            return "nothing";
        }
        String text = String.join(" ", Arrays.copyOfRange(words, from, to));
        return "“" + (from > 0 ? "… " : "") + text + (to < words.length ? " …" : "") + "”";
    }
}
