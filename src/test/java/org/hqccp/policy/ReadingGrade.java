package org.hqccp.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Flesch-Kincaid grade of a text: 0.39 words a sentence + 11.8 syllables a word - 15.59. A policy name counts as one short word, and a
 * rule's id, a number or a code too. A measure of how hard a text is to read, not of what it says, so that it may be a fraction.
 */
final class ReadingGrade {
    private static final Pattern NAMES = names();
    private static final Pattern ID = Pattern.compile("\\b[A-Z]{1,4}-[0-9]+(\\.[a-z0-9-]+)?\\b");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9'.,/-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    /** An e, es or ed at the end that is not said: "grade", "makes", "planned"; but "table", "places", "needed". */
    private static final Pattern SILENT =
            Pattern.compile("([^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|([^aeiouyszxcghl]|[aeiouy]l)es$");
    /** Vowels side by side that are said apart: "area", "create", "science", "society". */
    private static final Pattern APART =
            Pattern.compile("ea$|eate|^scie|ciety|lier|[aeou]y[aeiou]|[^aeiouytcsg]ia|[^aeiouygqtsnlc]io|eo(?!u|p)");
    /** A letter e in the middle that is not said: "careful", "placement". */
    private static final Pattern TOGETHER = Pattern.compile("(?<=[crtmsv])e(ful|ly|ment|less)");

    private ReadingGrade() {}

    static double of(String text) {
        String plain = ID.matcher(NAMES.matcher(text).replaceAll("name")).replaceAll("name");
        int sentences = Math.max(1, count(SENTENCE_END, plain.strip().matches("(?s).*[.!?]") ? plain : plain + "."));
        int words = 0;
        int syllables = 0;
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            for (String word : matcher.group().split("[-/]", -1)) {
                if (!word.isEmpty()) {
                    words++;
                    syllables += syllables(word);
                }
            }
        }
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    private static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }

    /** Syllables by the usual rules of thumb: groups of vowels, less a silent e or ed at the end. */
    static int syllables(String written) {
        String word = written.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (word.length() <= 3) {
            return 1;
        }
        int groups = count(VOWELS, word);
        if (SILENT.matcher(word).find()) {
            groups--;
        }
        return Math.max(1, groups + count(APART, word) - count(TOGETHER, word));
    }

    private static Pattern names() {
        List<String> names = lines("policy-names.txt").stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .toList();
        return Pattern.compile("(?i)(?<![A-Za-z])(" + String.join("|", names) + ")(?![A-Za-z])(’s|'s)?");
    }

    /** The lines of a list of words that are no comments. */
    static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/policy", file), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
