package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.junit.jupiter.api.Test;

/** The page that tells where each fact stands says what the crosswalk does. */
class CrosswalkPageTest {
    private static final List<String> FORMATS = List.of("sims", "ed-fi", "oneroster");
    private static final Pattern CLAIM = Pattern.compile("`([^`]+)` (→ `([^`]+)`|not read: |refused|dropped|says )");
    private static final RuleSet RULES = rules();
    private static final Crosswalk CROSSWALK = Crosswalk.of(RULES);

    private static RuleSet rules() {
        try {
            List<Problem> problems = new ArrayList<>();
            RuleSet rules = RuleSetReader.read(RuleFolder.read(Path.of("rules"), problems), problems);
            if (rules == null) {
                throw new AssertionError(problems.toString());
            }
            return rules;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> rows() throws Exception {
        return Files.readAllLines(Path.of("docs/crosswalk.md")).stream()
                .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                .toList();
    }

    @Test
    void allRowsOfTheHandbookAreThere() throws Exception {
        assertThat(rows().stream().map(line -> line.split("\\|", -1)[1].strip()))
                .hasSize(47)
                .doesNotHaveDuplicates();
        assertThat(rows().get(46)).startsWith("| 47 |");
    }

    @Test
    void eachElementIsTreatedAsThePageSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int claims = 0;
        for (String line : rows()) {
            String[] cells = line.split("\\|", -1);
            for (int i = 0; i < FORMATS.size(); i++) {
                Matcher claim = CLAIM.matcher(cells[i + 3]);
                if (claim.replaceAll("").contains("`")) {
                    wrong.add("nothing is told of an element: " + cells[i + 3]);
                }
                claim.reset();
                while (claim.find()) {
                    claims++;
                    String format = FORMATS.get(i);
                    if (CROSSWALK.rows(format).stream().noneMatch(row -> is(row, claim))) {
                        wrong.add(format + " " + claim.group());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(claims).isGreaterThan(100);
    }

    private static boolean is(CrosswalkRow row, Matcher claim) {
        String element = claim.group(1);
        String record = element.replaceAll("[.].*", "")
                .replace("SEOA", "StudentEducationOrganizationAssociation")
                .replaceAll("^SSA$", "StudentSchoolAssociation");
        String path = element.contains(".") ? element.substring(element.indexOf('.') + 1) : "";
        CrosswalkRow.When when = row.when();
        boolean isNamed = row.element().equals(path)
                || row.element().endsWith("/" + path)
                || (path.isEmpty() && row.element().equals("*"))
                || (when != null && when.codes().contains(path));
        return row.record().equals(record) && isNamed && isTreated(row, claim);
    }

    private static boolean isTreated(CrosswalkRow row, Matcher claim) {
        String fact = claim.group(3);
        if (fact != null) {
            return facts(row).contains(fact);
        }
        return switch (claim.group(2).strip()) {
            case "refused" -> row.how() == How.REFUSE;
            case "dropped" -> row.how() == How.IDENTITY;
            case "says" -> Set.of(How.ONLY, How.FROM, How.UNTIL).contains(row.how());
            default -> row.how() == How.NOT_READ;
        };
    }

    private static Set<String> facts(CrosswalkRow row) {
        Set<String> names = new TreeSet<>();
        Fact fact = row.fact();
        CrosswalkRow.Items items = row.items();
        if (fact != null) {
            names.add(fact.path().replaceFirst("^student[.]", ""));
        } else if (items != null) {
            names.add(items.key());
        }
        return names;
    }

    @Test
    void eachFactThatIsReadIsOnThePage() throws Exception {
        String page = Files.readString(Path.of("docs/crosswalk.md"));

        assertThat(CROSSWALK.rows().stream()
                        .flatMap(row -> facts(row).stream())
                        .distinct()
                        .filter(fact -> !page.contains("→ `" + fact + "`")))
                .isEmpty();
    }

    /** Each element the dictionary names for a fact of a student, or of an item of a list, stands in the crosswalk. */
    @Test
    void theElementsOfTheDictionaryAreInTheCrosswalk() {
        List<String> unknown = new ArrayList<>();
        for (EntityType type : RULES.dictionary().types()) {
            EntityType of = type.parent();
            if (type.name().equals("student") || (of != null && of.name().equals("student"))) {
                for (Fact fact : type.facts()) {
                    FORMATS.forEach(format -> {
                        for (String element :
                                fact.elements().getOrDefault(format, "").split("\\s*;\\s*", -1)) {
                            String name = element.replaceAll(" .*|[*]$|-.*", "");
                            if (CROSSWALK.rows(format).stream().noneMatch(row -> names(row, name))) {
                                unknown.add(fact.path() + " " + format + " " + element);
                            }
                        }
                    });
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static boolean names(CrosswalkRow row, String name) {
        CrosswalkRow.When when = row.when();
        String record = name.replaceAll("[.].*", "");
        String path = name.contains(".") ? name.substring(name.indexOf('.') + 1) : "";
        boolean isWithin = row.record().equals(record)
                && (path.isEmpty()
                        || row.element().contains(path)
                        || row.element().equals("*"));
        return isWithin
                || row.element().contains(name)
                || row.name().contains(name)
                || (when != null && when.element().contains(name))
                || (row.format().equals("oneroster") && row.record().equals(record));
    }
}
