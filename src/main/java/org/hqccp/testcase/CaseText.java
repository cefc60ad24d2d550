package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** The text of a case file, in which whatever is there stays as it is when cases are added at the end of its list. */
public final class CaseText {
    private static final Pattern LIST = Pattern.compile("cases:\\s*(#.*)?");
    private static final Pattern ITEM = Pattern.compile("( *)- .*");
    private static final int USUAL_INDENT = 2;

    private CaseText() {}

    /** A file that holds no cases yet. */
    static String begin(String rule, @Nullable String like) {
        return "rule: " + rule + "\n" + (like == null ? "" : "like: " + like + "\n") + "cases:\n";
    }

    /**
     * The text with cases added.
     *
     * @param cases as {@link SuggestedCase} writes them
     * @return none where the text is not such a file, or lists its cases in another way than one below the other
     */
    public static @Nullable String with(String text, List<String> cases) {
        Lines lines = Lines.of(text);
        if (lines == null) {
            return null;
        }
        String added = lines.with(cases, true);
        Integer before = count(text);
        Integer after = count(added);
        return before != null && after != null && after == before + cases.size() ? added : null;
    }

    /** The text with other cases in the place of its own. */
    static @Nullable String only(String text, List<String> cases) {
        Lines lines = Lines.of(text);
        return lines == null ? null : lines.with(cases, false);
    }

    private static @Nullable Integer count(String text) {
        try {
            if (Documents.yaml(text) instanceof Node.Mapping file) {
                Node cases = file.entries().get("cases");
                return cases instanceof Node.Sequence list
                        ? (Integer) list.items().size()
                        : cases == null ? null : (Integer) 0;
            }
            return null;
        } catch (DocumentException e) {
            return null;
        }
    }

    /**
     * @param all the lines
     * @param list the line that begins the list of cases
     * @param end the line behind the last case
     * @param indent how far cases are indented
     * @param ending how its lines end
     */
    private record Lines(List<String> all, int list, int end, int indent, String ending) {
        static @Nullable Lines of(String text) {
            List<String> all = new ArrayList<>(List.of(text.split("\r?\n", -1)));
            int list = -1;
            for (int i = 0; i < all.size() && list < 0; i++) {
                list = LIST.matcher(all.get(i)).matches() ? i : -1;
            }
            if (list < 0) {
                return null;
            }
            int end = list + 1;
            int indent = -1;
            for (int i = list + 1; i < all.size() && isInside(all.get(i)); i++) {
                Matcher item = ITEM.matcher(all.get(i));
                if (indent < 0 && item.matches()) {
                    indent = item.group(1).length();
                }
                boolean said = !all.get(i).isBlank() && !all.get(i).startsWith("#");
                end = said ? i + 1 : end;
            }
            return new Lines(all, list, end, indent < 0 ? USUAL_INDENT : indent, text.contains("\r\n") ? "\r\n" : "\n");
        }

        private static boolean isInside(String line) {
            return line.isBlank() || line.startsWith(" ") || line.startsWith("-") || line.startsWith("#");
        }

        String with(List<String> cases, boolean own) {
            List<String> lines = new ArrayList<>(all.subList(0, own ? end : list + 1));
            for (String each : cases) {
                for (String line : each.stripTrailing().split("\n")) {
                    lines.add(" ".repeat(indent) + line.substring(USUAL_INDENT));
                }
            }
            lines.addAll(all.subList(end, all.size()));
            if (!lines.get(lines.size() - 1).isEmpty()) {
                lines.add("");
            }
            return String.join(ending, lines);
        }
    }
}
