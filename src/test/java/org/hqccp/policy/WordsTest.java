package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The words of the answers: easy to read, and naming no one by what is missing. */
class WordsTest {
    private static final double GRADE = 8;
    private static final int HARDEST = 10;
    private static final Pattern DEFICIT =
            Pattern.compile("(?i)\\b(" + String.join("|", ReadingGrade.lines("deficit-words.txt")) + ")\\b");
    private static final Path PAGE = Path.of("docs/explanations.md");
    private static final String LIST = "<!-- the hardest, kept by WordsTest -->";
    private static Map<String, String> sentences;
    private static List<String> byGrade;

    @BeforeAll
    static void gather() {
        sentences = GeneratedSentences.all();
        byGrade = new ArrayList<>(sentences.keySet());
        byGrade.sort(Comparator.comparing(ReadingGrade::of).thenComparing(Comparator.naturalOrder()));
    }

    @Test
    void halfOfAllSentencesReadAtGradeEightOrBelow() {
        System.out.printf(
                Locale.ROOT,
                "%d sentences, median grade %.1f, nine in ten at most %.1f. The hardest:%n%s",
                byGrade.size(),
                ReadingGrade.of(byGrade.get(byGrade.size() / 2)),
                ReadingGrade.of(byGrade.get(byGrade.size() * 9 / 10)),
                hardest());

        assertThat(sentences).hasSizeGreaterThan(1000);
        assertThat(ReadingGrade.of(byGrade.get(byGrade.size() / 2))).isLessThanOrEqualTo(GRADE);
    }

    /** {@code -Dexpected=rewrite} writes them there. */
    @Test
    void thePageListsTheHardest() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(LIST) + LIST.length();
        String wanted = page.substring(0, from) + "\n" + hardest() + page.substring(page.indexOf("\n## ", from));
        if ("rewrite".equals(System.getProperty("expected"))) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("run ./mvnw test -Dtest=WordsTest -Dexpected=rewrite and look at the difference")
                .isEqualTo(wanted);
    }

    /** The hardest sentences as lines of a page, the hardest first. */
    private static String hardest() {
        StringBuilder lines = new StringBuilder();
        for (int i = byGrade.size() - 1; i >= byGrade.size() - HARDEST; i--) {
            String hard = byGrade.get(i);
            lines.append(
                    String.format(Locale.ROOT, "* %.1f, %s: %s%n", ReadingGrade.of(hard), sentences.get(hard), hard));
        }
        return lines.toString();
    }

    /** INV-08. */
    @Test
    void noSentenceNamesAnyoneByWhatIsMissing() {
        assertThat(sentences.keySet()).noneMatch(s -> DEFICIT.matcher(s).find());
    }

    private static final Pattern ED_FI = Pattern.compile("Economic Disadvantaged|Neglected(Or| and )Delinquent");

    /** INV-08, in every file of the rules but for names of other standards. */
    @Test
    void noRuleFileDoesEither() {
        Map<String, String> found = new TreeMap<>();
        Policy.RULE_SET.files().forEach((file, text) -> {
            int number = 0;
            boolean elements = false;
            for (String line : text.lines().toList()) {
                number++;
                elements =
                        line.contains("elements:") || (elements && line.matches("\\s+(sims|ed-fi|ceds|oneroster):.*"));
                // The crosswalk must name the codes of Ed-Fi as they are; its own words may not.
                Matcher matcher = DEFICIT.matcher(
                        file.startsWith("crosswalk") ? ED_FI.matcher(line).replaceAll("") : line);
                if (!elements && !file.equals("sources.csv") && matcher.find()) {
                    found.put(file + ":" + number, matcher.group());
                }
            }
        });

        assertThat(found).isEmpty();
    }

    @Test
    void sentencesAreWellMade() {
        for (String sentence : sentences.keySet()) {
            assertThat(sentence)
                    .doesNotContain("  ", "..", " .", " ,", " ;", "null", "$", "==", "&&", "{", "[")
                    .doesNotContainPattern("\\b(a a|the the|is is|are are|no no|not not)\\b")
                    .doesNotContain("more facts", "list of agreement,", "list of agreement.", "; needed: ")
                    .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
        }
    }
}
