package org.hqccp.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the sender takes the form an answer has. */
final class Accept {
    private static final Pattern QUALITY = Pattern.compile(".*;\\s*[qQ]=([01](\\.[0-9]{0,3})?)\\s*(;.*)?");

    private Accept() {}

    /** Refuses a request whose Accept header leaves out the media type of the answer. */
    static void check(@Nullable String header, String produces) throws Refused {
        if (!produces.equals(Answers.ANY)) {
            choose(header, List.of(produces));
        }
    }

    /** The form the sender likes best, of those an answer has; of several liked as well, the first. */
    static String choose(@Nullable String header, List<String> forms) throws Refused {
        if (header == null || header.isBlank()) {
            return forms.get(0);
        }
        String best = null;
        int liked = 0;
        for (String form : forms) {
            int liking = liking(header, bare(form));
            if (liking > liked) {
                best = form;
                liked = liking;
            }
        }
        if (best == null) {
            throw new Refused(
                    ProblemType.NOT_ACCEPTABLE,
                    forms.size() == 1
                            ? "The answer of this path has one form only."
                            : "The answer of this path has other forms.",
                    List.of(Fault.outside(
                            "not-acceptable",
                            "the Accept header leaves out the form of the answer",
                            null,
                            forms.stream().map(Accept::bare).toList())));
        }
        return best;
    }

    private static String bare(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** How much a form is liked, from 0, not at all, to 1000. The most exact range decides, whatever its place. */
    private static int liking(String header, String form) {
        String family = form.substring(0, form.indexOf('/')) + "/*";
        int exactness = 0;
        int liking = 0;
        for (String range : header.split(",")) {
            String wanted = bare(range);
            int exact = wanted.equals(form) ? 3 : wanted.equals(family) ? 2 : wanted.equals("*/*") ? 1 : 0;
            if (exact > exactness) {
                exactness = exact;
                liking = quality(range);
            }
        }
        return liking;
    }

    /** The thousandths of {@code ;q=0.5}; a thousand where there is none, or none that can be read. */
    private static int quality(String range) {
        Matcher quality = QUALITY.matcher(range);
        return quality.matches()
                ? new BigDecimal(quality.group(1)).movePointRight(3).intValue()
                : 1000;
    }
}
