package org.hqccp.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a document at random: some changes keep it a case, most do not. What they put in is never repeated by a refusal. */
public final class Mutations {
    /** In every text, name and number that a change puts in. */
    public static final String SECRET = "7391";

    /** A name with its colon, or a value. */
    private static final Pattern TOKEN =
            Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|-?\\d+(?:\\.\\d+)?|true|false|\\[\\s*\\]|\\{\\s*\\}");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "7391",
            "-7391.5",
            "73910000000000000000",
            "7391e3",
            "-0",
            "0.73917391",
            "[]",
            "{}",
            "[7391]",
            "\"Zoe 7391\"",
            "\"\"",
            "\"73-91\"",
            "\"2026-02-29\"",
            "\"7391-08-01\"",
            "\"\\u0000 7391\"",
            "\"\\ud800 7391\"",
            "\"7391\u202e\"",
            "{\"unknown\":\"7391\"}",
            "{\"unknown\":7391}",
            "{\"Zoe 7391\":\"7391\"}",
            "[\"Zoe 7391\",\"Zoe 7391\"]",
            "[null,{\"a7391\":[7391]}]");
    private static final List<String> NAMES = List.of(
            "\"Zoe 7391\"",
            "\"x-7391\"",
            "\"\"",
            "\"race\"",
            "\"/7391/~1\"",
            "\"\\u0000 7391\"",
            "\"student7391\"",
            "\"id\"",
            "\"asOf\"",
            "\"unknown\"",
            "\"seats\"");
    private static final String BYTES = "{}[]\",:\\ \n\t0-9eE.aZ\u00e9\ufeff\u0000";

    private final SplittableRandom random;

    public Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The document with one to three changes. */
    public String of(String document) {
        String changed = document;
        for (int i = random.nextInt(3); i >= 0; i--) {
            changed = once(changed);
        }
        // A pair that was cut in two cannot be sent: encoding replaces the half.
        return new String(changed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String once(String document) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> replace(document, false, VALUES);
            case 4 -> replace(document, true, NAMES);
            case 5, 6 -> replace(document, true, List.of(any(NAMES) + ":" + any(VALUES) + "," + any(NAMES)));
            case 7 -> document.substring(0, random.nextInt(document.length() + 1));
            case 8 -> {
                int at = random.nextInt(document.length() + 1);
                int end = Math.min(document.length(), at + random.nextInt(4));
                yield document.substring(0, at)
                        + BYTES.charAt(random.nextInt(BYTES.length()))
                        + document.substring(end);
            }
            default -> repeated(document);
        };
    }

    private String repeated(String document) {
        int from = random.nextInt(document.length() + 1);
        int to = from + random.nextInt(document.length() - from + 1);
        return document.substring(0, to) + document.substring(from);
    }

    private String replace(String document, boolean names, List<String> with) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(document);
        while (matcher.find()) {
            if (names == (matcher.group(2) != null)) {
                places.add(new int[] {matcher.start(), names ? matcher.end(1) : matcher.end()});
            }
        }
        if (places.isEmpty()) {
            return document;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return document.substring(0, place[0]) + any(with) + document.substring(place[1]);
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
