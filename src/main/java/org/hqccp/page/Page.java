package org.hqccp.page;

import java.util.ArrayList;
import java.util.List;

/** Text for people: lines that are broken between words and hang under their beginning. */
public final class Page {
    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** @param width the letters a line may have; one word may be longer */
    public Page(int width) {
        this.width = width;
    }

    public void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    public void blank() {
        if (text.length() > 0 && !text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
    }

    /** A plain sentence, indented. */
    public void say(int indent, String sentence) {
        hang(indent, 0, "", sentence);
    }

    /**
     * A sentence that hangs under itself, behind a mark.
     *
     * @param width how wide the mark is seen
     * @param mark the mark, perhaps with colours, which have no width
     */
    public void hang(int indent, int width, String mark, String sentence) {
        String before = " ".repeat(indent);
        String hanging = " ".repeat(indent + width);
        boolean first = true;
        for (String part : broken(sentence, this.width - indent - width)) {
            line(first ? before + mark + part : hanging + part);
            first = false;
        }
    }

    private static List<String> broken(String sentence, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
