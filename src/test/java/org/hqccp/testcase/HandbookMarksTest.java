package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the handbook says of each row, beside its words: what it rests on, whether it may block, and which date picks it. These columns of
 * {@code handbook-ids.csv} are read off the handbook by hand: never fill them from the rules, which they check.
 */
class HandbookMarksTest {
    private static RuleSet ruleSet;
    private static List<NamedCsvRecord> rows;

    @BeforeAll
    static void read() throws IOException {
        ruleSet = Handbook.ruleSet();
        rows = Handbook.rows();
    }

    /**
     * The tags of the handbook, its marks among them, stand with the rules of the row, and no other page. The marks DESIGN and BK may be
     * added: they say that we had to choose, or found no page, which only makes a reader more careful.
     */
    @Test
    void everyRuleAndParameterRestsOnTheSourcesOfTheHandbook() {
        assertThat(differing("sources", HandbookMarksTest::sources, Set.of("DESIGN", "BK")))
                .isEmpty();
    }

    /** An empty clock says the decision date: nothing in the row changes with another date. */
    @Test
    void everyRuleAndParameterIsPickedByTheClockOfTheHandbook() {
        assertThat(differing("clock", HandbookMarksTest::clocks, Set.of())).isEmpty();
    }

    /** {@code yes}: every criterion or gate of the row may block. {@code no}: none does. Else the ids of those that do. */
    @Test
    void whatTheHandbookMakesMandatoryIsMandatoryAndNothingElse() {
        List<String> differing = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            Set<String> judging = new TreeSet<>();
            Set<String> blocking = new TreeSet<>();
            Handbook.rules(ruleSet, row.getField("id")).stream()
                    .filter(r -> r.kind() == Rule.Kind.CRITERION || r.kind() == Rule.Kind.GATE)
                    .forEach(r -> (r.isMandatory() ? blocking : judging).add(r.id()));
            judging.addAll(blocking);
            String mandatory = row.getField("mandatory");
            Set<String> expected = switch (mandatory) {
                case "yes" -> judging;
                case "no", "" -> Set.of();
                default -> new TreeSet<>(List.of(mandatory.split("; ")));
            };
            if (!blocking.equals(expected) || mandatory.isEmpty() != judging.isEmpty()) {
                differing.add(row.getField("id") + ": expected '" + mandatory + "', found " + blocking);
            }
        }

        assertThat(differing).isEmpty();
    }

    private static List<String> differing(String field, Function<String, Set<String>> found, Set<String> extra) {
        List<String> differing = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            Set<String> there = found.apply(row.getField("id"));
            if (there.isEmpty()) {
                continue;
            }
            String words =
                    row.getField(field).isEmpty() && field.equals("clock") ? "decision-date" : row.getField(field);
            Set<String> expected = new TreeSet<>(List.of(words.split("; ")));
            Set<String> beyond = new TreeSet<>(there);
            beyond.removeAll(expected);
            beyond.removeAll(extra);
            if (!there.containsAll(expected) || !beyond.isEmpty()) {
                differing.add(row.getField("id") + ": expected " + expected + ", found " + there);
            }
        }
        return differing;
    }

    private static Set<String> sources(String id) {
        Set<String> sources = new TreeSet<>();
        Handbook.rules(ruleSet, id).forEach(r -> sources.addAll(r.sources()));
        Parameter parameter = ruleSet.parameters().get(id);
        if (parameter != null) {
            parameter.periods().forEach(p -> sources.addAll(p.sources()));
        }
        return sources;
    }

    private static Set<String> clocks(String id) {
        Set<String> clocks = new TreeSet<>();
        Handbook.rules(ruleSet, id).forEach(r -> clocks.add(r.clock().word()));
        Parameter parameter = ruleSet.parameters().get(id);
        if (parameter != null) {
            clocks.add(parameter.clock().word());
        }
        return clocks;
    }
}
