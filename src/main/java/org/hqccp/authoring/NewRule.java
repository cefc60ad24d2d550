package org.hqccp.authoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** A rule that tests one fact, and its test cases. */
public final class NewRule {
    private final RuleSet ruleSet;
    private final LocalDate from;
    private final @Nullable String like;

    /**
     * Rules to add to.
     *
     * @param from the first day a new rule holds
     * @param like the base its cases are like; none where they stand alone
     */
    public NewRule(RuleSet ruleSet, LocalDate from, @Nullable String like) {
        this.ruleSet = ruleSet;
        this.from = from;
        this.like = like;
    }

    /** A criterion. */
    public Skeleton criterion(String id, String place, String statement, String reads) throws NotPossible {
        return make(id, place, statement, reads, false);
    }

    /** A support: the rule that flags it, and its row. */
    public Skeleton support(String id, String place, String statement, String reads) throws NotPossible {
        return make(id, place, statement, reads, true);
    }

    private Skeleton make(String id, String place, String written, String reads, boolean support) throws NotPossible {
        DecisionModel decision = NewNames.decision(place, ruleSet);
        NewNames.id(id, ruleSet);
        String statement = NewNames.statement(written);
        Fact fact = NewNames.fact(reads, decision, ruleSet.dictionary());
        Test test = Test.of(fact);
        String path = decision.name() + "/" + NewNames.group(place) + "/" + id + "-" + NewNames.fileName(statement);
        return new Skeleton(
                Map.of(path + ".drl", rule(id, statement, decision, test, support)),
                Map.of(path + ".yaml", cases(id, fact, test)),
                support ? row(id) : null);
    }

    private String rule(String id, String statement, DecisionModel decision, Test test, boolean support) {
        String name = "$" + decision.subject().name();
        StringBuilder text = new StringBuilder();
        text.append(
                        "// FILL IN: the source, a tag of sources.csv; DESIGN says that it is our own choice, still to confirm\n")
                .append("// FILL IN: the first day\n")
                .append("// FILL IN: the test, and @appliesTo where it concerns some only\n");
        if (!support) {
            text.append("// FILL IN: the advice, what to do when it is not met\n");
        }
        text.append("rule \"").append(id).append(' ').append(statement).append("\"\n");
        text.append("  @source( \"DESIGN\" )\n  @from( \"").append(from).append("\" )\n");
        if (!support) {
            text.append("  @advice( \"See the rule ").append(id).append(".\" )\n");
        }
        return text.append("when\n  ")
                .append(name)
                .append(" : ")
                .append(decision.subject().ruleName())
                .append("( ")
                .append(test.condition())
                .append(" )\nthen\n  ")
                .append(support ? "flag( " + name + ", \"" + id + "\" )" : "met( " + name + " )")
                .append(";\nend\n")
                .toString();
    }

    private String cases(String id, Fact fact, Test test) {
        return "# FILL IN: names that say what each case shows, and a case for everything else that matters\n"
                + "rule: " + id + "\n"
                + (like == null ? "" : "like: " + like + "\n")
                + "as-of: " + from + "\n"
                + "cases:\n"
                + oneCase("It holds", fact, test.holds(), "{status: MET}")
                + oneCase("It does not hold", fact, test.holdsNot(), "{status: NOT_MET}")
                + oneCase("Nobody has said so", fact, "unknown", "{status: UNKNOWN, missing: [" + fact.path() + "]}")
                + "  - name: The day before the rule begins\n"
                + "    as-of: " + from.minusDays(1) + "\n"
                + "    expect: {status: none}\n";
    }

    private static String oneCase(String name, Fact fact, String value, String expected) {
        return "  - name: " + name + "\n    facts: {" + fact.path() + ": " + value + "}\n    expect: " + expected
                + "\n";
    }

    private static String row(String id) {
        return id
                + ",FILL_IN,counselor,U2,,,FILL IN: a strength to open with.,FILL IN: what an adult does next.,,,DESIGN";
    }

    /** How a fact is tested, with a value for which the test holds and one for which it does not. */
    private record Test(String condition, String holds, String holdsNot) {
        static Test of(Fact fact) throws NotPossible {
            FactType type = fact.type();
            List<String> codes = List.copyOf(fact.values().keySet());
            if (type == FactType.YES_NO) {
                return new Test(fact.name() + " == true", "true", "false");
            } else if (type.isNumber() && (fact.min() == null || fact.min().signum() <= 0)) {
                return new Test(fact.name() + " >= 1", "1", "0");
            } else if (type == FactType.ONE_OF && codes.size() > 1) {
                return new Test(fact.name() + " == \"" + codes.get(0) + "\"", codes.get(0), codes.get(1));
            }
            throw new NotPossible(
                    "a skeleton tests a yes-no fact, a number that may be 0, or one of several values; " + fact.path()
                            + " is " + type.word(),
                    "copy a rule that reads such a fact: see hqccp facts " + fact.name());
        }
    }
}
