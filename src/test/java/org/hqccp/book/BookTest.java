package org.hqccp.book;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.rulelanguage.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The book of the real rules: everything is in it, and every link leads to something. */
class BookTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Map<String, String> PAGES = new TreeMap<>();

    @BeforeAll
    static void make() throws Exception {
        RealBook.withCases().pages().forEach((path, page) -> PAGES.put(path, new String(page, UTF_8)));
    }

    @Test
    void everyRuleStatementAndRetiredRuleHasItsPage() {
        Set<String> ids = new TreeSet<>(RealBook.RULES.rules().keySet());
        ids.addAll(RealBook.RULES.statements().keySet());
        ids.addAll(RealBook.RULES.retired().keySet());
        assertThat(ids).hasSizeGreaterThan(300);
        assertThat(PAGES.keySet())
                .containsAll(ids.stream().map(id -> "rules/" + id + ".html").toList());
    }

    @Test
    void aRuleIsToldInEnglishWithAllItRestsOn() {
        for (Rule rule : RealBook.RULES.rules().values()) {
            String page = PAGES.get(Address.rule(rule.id()));
            assertThat(page)
                    .as(rule.id())
                    .contains(Html.escaped(RuleEnglish.of(rule, RealBook.RULES)))
                    .contains(Html.escaped(rule.text().strip()), rule.from().toString())
                    .contains("The test cases that pin it");
            rule.sources().forEach(tag -> assertThat(page).as(rule.id()).contains("sources.html#" + tag + "\""));
        }
        assertThat(PAGES.get("rules/GP-06.html"))
                .contains("2 courses", "Two technical courses are enough", "technicalCourses")
                .contains("In which industry sector is the course? Asked by: pathway lead.");
        assertThat(PAGES.get("rules/EP-01.2017.html")).contains("Its last day was 2018-12-31.", "../rules/EP-01.html");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Map<String, Set<String>> ids = new HashMap<>();
        PAGES.forEach((path, page) -> {
            List<String> found = new ArrayList<>();
            Matcher id = ID.matcher(page);
            while (id.find()) {
                found.add(id.group(1));
            }
            assertThat(found).as(path).doesNotHaveDuplicates();
            ids.put(path, new TreeSet<>(found));
        });
        int links = 0;
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Matcher link = LINK.matcher(page.getValue());
            while (link.find()) {
                String to = link.group(1);
                if (!to.matches("(https?:|data:).*")) {
                    String[] parts = (to.startsWith("#") ? page.getKey() + to : to).split("#", 2);
                    String path = page.getKey().contains("/") ? parts[0].replaceFirst("^\\.\\./", "") : parts[0];
                    assertThat(ids).as(page.getKey() + " leads to " + to).containsKey(path);
                    assertThat(parts.length == 1 || ids.get(path).contains(parts[1]))
                            .as(page.getKey() + " leads to " + to)
                            .isTrue();
                    links++;
                }
            }
        }
        assertThat(links).isGreaterThan(10_000);
    }

    @Test
    void whatRestsOnAChoiceIsToConfirmAndNothingElse() {
        String confirm = PAGES.get("confirm.html");
        for (Rule rule : RealBook.RULES.rules().values()) {
            boolean open = !RealBook.RULES.marks(rule.sources()).equals(List.of("SOURCED"));
            assertThat(confirm.contains("href=\"" + Address.rule(rule.id()) + "\""))
                    .as(rule.id())
                    .isEqualTo(open);
        }
        assertThat(confirm).contains("href=\"parameters.html#mycap.coveragePct\"", "href=\"supports.html#B-04\"");
    }

    @Test
    void aPathwayListsTheRulesThatCanConcernItAndNoOthers() {
        String page = PAGES.get("pathways.html");
        String icp = page.substring(page.indexOf("<code>ICP</code>"), page.indexOf("<code>CH74</code>"));
        assertThat(icp).contains("rules/GP-06.html").doesNotContain("rules/EA-01.ch74.html");
        assertThat(page.substring(page.indexOf("<code>CH74</code>")))
                .contains("rules/EA-01.ch74.html")
                .doesNotContain("rules/GP-06.html");
    }

    @Test
    void theSameRulesGiveTheSameBytes() throws Exception {
        Map<String, String> again = new TreeMap<>();
        RealBook.withCases().pages().forEach((path, page) -> again.put(path, new String(page, UTF_8)));
        assertThat(again).isEqualTo(PAGES);
    }
}
