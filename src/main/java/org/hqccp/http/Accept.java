package org.hqccp.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the sender takes the form an answer has. */
final class Accept {
    private Accept() {}

    /** Refuses a request whose Accept header leaves out the media type of the answer. */
    static void check(@Nullable String header, String produces) throws Refused {
        if (header != null && !header.isBlank() && !produces.equals(Answers.ANY) && !takes(header, bare(produces))) {
            throw new Refused(
                    ProblemType.NOT_ACCEPTABLE,
                    "The answer of this path has one form only.",
                    List.of(Fault.outside(
                            "not-acceptable",
                            "the Accept header leaves out the form of the answer",
                            null,
                            List.of(bare(produces)))));
        }
    }

    private static String bare(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean takes(String header, String produces) {
        String family = produces.substring(0, produces.indexOf('/')) + "/*";
        boolean named = false;
        boolean takes = false;
        for (String range : header.split(",")) {
            String wanted = bare(range);
            // The most exact range decides, whatever its place; a quality of 0 leaves its form out.
            boolean exact = wanted.equals(produces);
            if (exact || !named && (wanted.equals(family) || wanted.equals("*/*"))) {
                boolean welcome =
                        !range.replace(" ", "").toLowerCase(Locale.ROOT).matches(".*;q=0(\\.0*)?(;.*)?");
                takes = exact ? welcome : takes || welcome;
                named |= exact;
            }
        }
        return takes;
    }
}
