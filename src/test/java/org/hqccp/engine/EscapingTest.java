package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Trips;
import org.hqccp.ruleset.RuleSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fixed text means that text to Drools, whatever it looks like. The reader lets none of the worst through; the emission does not rely on it. */
class EscapingTest {
    private static final String MARKER = "hqccp.escaped";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "null",
                "true",
                "5",
                "5L",
                "01-02",
                "2026-08-01",
                "",
                " ",
                "it's",
                "a\"b",
                "a\\b",
                "a\\",
                "\\\"",
                "\" || true || \"",
                "\" ) eval( System.setProperty( \"hqccp.escaped\", \"yes\" ) != null ) //",
                "\\u0022 ) eval( System.setProperty( \\u0022hqccp.escaped\\u0022, \\u0022yes\\u0022 ) != null ) //",
                "${x} #{y} @{z}",
                "// no comment",
                "/* no comment",
                "naïve café",
            })
    void aTextIsComparedAsThatText(String text) {
        RuleSet ruleSet = Trips.read(Trips.files());
        Rule rule = ruleSet.rules().get("TS-01");
        Fact title = rule.subject().fact("title");
        Expr test = new Expr.Comparison(
                Expr.Operator.EQUAL,
                new Expr.FactValue(Expr.Path.OWNER, title),
                new Expr.Constant(FactType.TEXT, text));
        DecisionProgram program = new DecisionProgram(
                ruleSet.decisions().get(Trips.DECISION),
                List.of(with(rule, test)),
                ruleSet.dictionary(),
                ruleSet.derived(),
                Watch.NOBODY);

        // More than twenty times: then Drools no longer interprets the constraint but compiles it.
        for (int i = 0; i < 30; i++) {
            assertThat(status(program, ruleSet, title, text)).isEqualTo(Status.MET);
            assertThat(status(program, ruleSet, title, text + "x")).isEqualTo(Status.NOT_MET);
        }
        assertThat(System.getProperty(MARKER)).isNull();
    }

    private static Status status(DecisionProgram program, RuleSet ruleSet, Fact fact, String value) {
        Entity root = new Entity(ruleSet.dictionary().root(), null, 0);
        Entity trip = new Entity(program.decision().subject(), root, 0);
        trip.set(fact.slot(), value);
        root.setElements(trip.type(), List.of(trip));
        root.set(0, java.time.LocalDate.of(2026, 3, 2));
        return program.evaluate(root).standings().get(0).results().get(0).status();
    }

    private static Rule with(Rule rule, Expr test) {
        return new Rule(
                rule.id(),
                rule.statement(),
                rule.decision(),
                rule.group(),
                rule.kind(),
                rule.clock(),
                rule.from(),
                rule.to(),
                rule.sources(),
                rule.subject(),
                null,
                null,
                test,
                rule.conclusion(),
                null,
                rule.ifUnknown(),
                null,
                rule.stage(),
                rule.file(),
                rule.line(),
                rule.text(),
                rule.hash());
    }
}
