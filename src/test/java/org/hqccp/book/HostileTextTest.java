package org.hqccp.book;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that stands in a rule file becomes markup of the book. */
class HostileTextTest {
    private static final Set<String> TAGS = Set.of(
            ("html head meta title link body a header nav ul li main h1 h2 h3 p b span dl dt dd section article div table"
                            + " caption thead tbody tr th td pre code wbr footer")
                    .split(" "));
    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "charset",
            "name",
            "content",
            "rel",
            "href",
            "class",
            "id",
            "aria-label",
            "aria-current",
            "role",
            "tabindex",
            "scope");
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][^\\s>/]*)((?:\"[^\"]*\"|[^\">])*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=\"]+)=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "x' onmouseover='alert(1)",
                "</code></pre><img src=x onerror=alert(1)>",
                "&lt;script&gt;",
                "javascript:alert(1) https://a.example/<b>x",
                "https://a.example/'onclick=x"
            })
    void aTextStaysAText(String hostile) throws IOException {
        Set<String> tags = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        int shown = 0;
        for (byte[] bytes : Book.of(rules(hostile), null).pages().values()) {
            String page = new String(bytes, UTF_8);
            Matcher tag = TAG.matcher(page.replace("<!doctype html>", ""));
            while (tag.find()) {
                tags.add(tag.group(1));
                Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
                while (attribute.find()) {
                    attributes.add(attribute.group(1));
                    if (attribute.group(1).equals("href")) {
                        assertThat(attribute.group(2)).doesNotStartWithIgnoringCase("javascript:");
                    }
                }
                assertThat(ATTRIBUTE.matcher(tag.group(2)).replaceAll("")).isBlank();
            }
            shown += page.contains(Html.escaped(hostile)) ? 1 : 0;
        }
        assertThat(TAGS).containsAll(tags);
        assertThat(ATTRIBUTES).containsAll(attributes);
        assertThat(shown).as("pages that show the text").isGreaterThan(hostile.contains("https:") ? 0 : 4);
    }

    @Test
    void whatCannotBeSeenIsShownByItsNumber() {
        assertThat(Html.escaped("a\u202Eb\u200Bc\u0000d\nE\uD800"))
                .isEqualTo("a[U+202E]b[U+200B]c[U+0000]d\nE[U+D800]");
    }

    @Test
    void anIdNeverLeadsOutOfTheFolder() {
        assertThat(Address.rule("../../etc/x")).isEqualTo("rules/~2e.~2f..~2fetc~2fx.html");
        assertThat(Address.rule("EA-02")).isEqualTo("rules/EA-02.html");
        assertThat(Address.rule("é?#")).isEqualTo("rules/~c3~a9~3f~23.html");
    }

    /** The small policy with a text wherever a file lets one stand. */
    private static RuleSet rules(String hostile) throws IOException {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(SmallPolicy.RULES, problems);
        String cell = '"' + hostile.replace("\"", "\"\"") + '"';
        Map<String, String> rows = Map.of(
                "sources.csv", "HOSTILE,SOURCED," + cell + "," + cell,
                "parameters.csv", "hostile.number,1,days,decision-date,2026-01-01,,HOSTILE," + cell,
                "messages.csv", "note,HOSTILE," + cell + "," + cell + ",,HOSTILE",
                "supports.csv", String.join(",", cell, cell, cell, "U1", cell, cell, cell, cell, "yes", "", "HOSTILE"),
                "statements.csv", String.join(",", cell, "guard", cell, cell, "HOSTILE", cell));
        rows.forEach((file, row) -> files.merge(file, row + "\n", (text, more) -> text.stripTrailing() + "\n" + more));
        files.put(
                "facts/hostile.yaml",
                "entity: event\nfacts:\n  hostile:\n    label: '" + hostile.replace("'", "''")
                        + "'\n    type: yes-no\n    class: GREEN\n    ask: x\n    question: '"
                        + hostile.replace("'", "''") + "'\n");
        RuleSet ruleSet = RuleSetReader.read(files, problems);
        assertThat(problems).isEmpty();
        return ruleSet;
    }
}
