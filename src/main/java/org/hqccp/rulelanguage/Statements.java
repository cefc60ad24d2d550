package org.hqccp.rulelanguage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a rule file, by what they belong to: an annotation, a pattern of the condition, or the frame of the rule. */
final class Statements {
    /** How a pattern starts, up to its parenthesis. */
    private static final Pattern START =
            Pattern.compile("\\s*(?:(?:exists|not)\\s+)?(?:\\$\\w+\\s*:\\s*)?[A-Z]\\w*\\s*\\(");

    private final String[] lines;
    private final int when;
    private final int then;

    Statements(String text) {
        lines = text.split("\n", -1);
        List<String> words = Arrays.stream(lines).map(String::strip).toList();
        when = words.indexOf("when");
        then = words.indexOf("then");
    }

    /** The text without what stands on a line, counted from 1, as blanks; none if that is the frame of the rule. */
    @Nullable
    String without(int line) {
        int at = line - 1;
        if (at >= 0 && at < lines.length && lines[at].strip().startsWith("@") && (when < 0 || at < when)) {
            lines[at] = " ".repeat(lines[at].length());
            return String.join("\n", lines);
        }
        // Where a pattern does not close, what follows it is what cannot be read.
        int in = at == then ? then - 1 : at;
        if (when < 0 || in <= when || in >= then) {
            return null;
        }
        int first = in;
        while (first > when + 1 && !START.matcher(lines[first]).lookingAt()) {
            first--;
        }
        int end = in + 1;
        while (end < then && !START.matcher(lines[end]).lookingAt()) {
            end++;
        }
        Matcher start = START.matcher(lines[first]);
        String head = start.lookingAt() ? start.group() : "";
        String bare = head + (head.isEmpty() ? "" : ")");
        boolean again = lines[first].strip().equals(bare.strip());
        String kept = again || bare.length() > lines[first].length() ? "" : bare;
        lines[first] = kept + " ".repeat(lines[first].length() - kept.length());
        for (int i = first + 1; i < end; i++) {
            lines[i] = " ".repeat(lines[i].length());
        }
        return String.join("\n", lines);
    }
}
