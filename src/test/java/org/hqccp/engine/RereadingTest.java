package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.hqccp.decision.Status;
import org.hqccp.engine.Constraint.Comparison;
import org.hqccp.engine.EmittedRule.Pattern;
import org.hqccp.engine.EmittedRule.Quantifier;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Trips;
import org.hqccp.ruleset.RuleSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is emitted is read as Drools reads it, and held against what was meant, before it is compiled. */
class RereadingTest {
    private static EmittedPackage meant;

    @BeforeAll
    static void emit() {
        RuleSet ruleSet = Trips.read(Trips.with(Map.of(
                Trips.file("TX-01"),
                Trips.criterion(
                        "TX-01",
                        "@appliesTo( kind == \"FOREST\" )",
                        "$trip : Trip( seats >= 10 && ( guided == true || cost < 2.5 ), needs contains \"BOOTS\" )",
                        "not Helper( trip == $trip, trained == false )"))));
        Derived derived = new Derived();
        Compiler compiler = new Compiler(derived, new Clocks(ruleSet.dictionary()));
        for (DerivedFact fact : ruleSet.derived()) {
            derived.add(fact.owner(), fact.fact().slot(), compiler.term(fact.is()));
        }
        DrlEmitter emitter = new DrlEmitter(Trips.DECISION, compiler);
        int number = 0;
        for (Rule rule : ruleSet.rulesOf(Trips.DECISION)) {
            emitter.add(ReadyRule.of(rule, number++, new Audience.All(), compiler));
        }
        meant = emitter.emitted();
    }

    @Test
    void whatIsEmittedIsReadAsItWasMeant() {
        PackageDescr read = Rereading.of(meant);

        assertThat(read.getRules()).hasSameSizeAs(meant.rules()).hasSizeGreaterThan(10);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("the name of a rule", "rule \"TX-01 MET", "rule \"TX-1 MET"),
                arguments("an operator", ">= 10L", "> 10L"),
                arguments("a number", "10L", "11L"),
                arguments("a decimal", "2.5B", "2.50B"),
                arguments("a text", "\"FOREST\"", "\"FOREST \""),
                arguments("and for or", "|| f", "&& f"),
                arguments("or for and", "&& f", "|| f"),
                arguments("a constraint more", "Trip_F( f", "Trip_F( row == 1, f"),
                arguments("a constraint less", "owner == $s, ", ""),
                arguments("contains for not contains", "not contains", "contains"),
                arguments("a guard turned round", "f7_trip_seats != null", "f7_trip_seats == null"),
                arguments("exists for not", "not Trip_F_", "exists Trip_F_"),
                arguments("a pattern more", "when\n", "when\n  Trip_F( )\n"),
                arguments("another type of row", "$s : Trip_F(", "$s : Trip_O("),
                arguments("another bound name", "$s : Trip_F(", "$t : Trip_F("),
                arguments("a consequence", "then\nend", "then\n  System.exit( 1 );\nend"),
                arguments("another type of a column", ": Boolean", ": boolean"),
                arguments(
                        "a column more",
                        "declare Trip_F extends org.hqccp.engine.Row\n",
                        "declare Trip_F extends org.hqccp.engine.Row\n  more : int\n"),
                arguments("a column with a start value", ": Boolean\n", ": Boolean = true\n"),
                arguments("an annotation of a column", ": Boolean\n", ": Boolean @key\n"),
                arguments(
                        "an annotation of a type",
                        "declare Trip_F extends org.hqccp.engine.Row\n",
                        "declare Trip_F extends org.hqccp.engine.Row\n  @role( event )\n"),
                arguments(
                        "another supertype",
                        "declare Trip_F extends org.hqccp.engine.Row\n",
                        "declare Trip_F extends java.util.ArrayList\n"),
                arguments(
                        "a global",
                        "declare Trip_F extends org.hqccp.engine.Row\n",
                        "global java.util.List all;\ndeclare Trip_F extends org.hqccp.engine.Row\n"),
                arguments(
                        "an import",
                        "declare Trip_F extends org.hqccp.engine.Row\n",
                        "import java.util.List;\ndeclare Trip_F extends org.hqccp.engine.Row\n"),
                arguments(
                        "a function",
                        "declare Trip_F extends org.hqccp.engine.Row\n",
                        "function int one() { return 1; }\ndeclare Trip_F extends org.hqccp.engine.Row\n"),
                arguments("an attribute of a rule", "when\n", "salience 3\nwhen\n"),
                arguments(
                        "an attribute of all rules",
                        "declare Trip_F extends org.hqccp.engine.Row\n",
                        "dialect \"mvel\"\ndeclare Trip_F extends org.hqccp.engine.Row\n"),
                arguments("an annotation of a rule", "when\n", "@watch( x )\nwhen\n"),
                arguments("a parent of a rule", "when\n", "extends \"TN-02 MET 4\"\nwhen\n"),
                arguments("a stream of a pattern", " )\n  not", " ) from entry-point x\n  not"),
                arguments("a rule more", "rule \"TX-01 MET", "rule \"more\" when then end\nrule \"TX-01 MET"),
                arguments("another package", "package emitted.", "package emitted.other."),
                arguments("something that cannot be read", "when\n", "whenever\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aPackageThatSaysSomethingElseIsADefect(String what, String emitted, String other) {
        String text = meant.text();
        String changed = text.replace(emitted, other);

        assertThat(changed).as(what).isNotEqualTo(text);
        assertThatThrownBy(() -> Rereading.of(meant, changed)).as(what).isInstanceOf(Defect.class);
    }

    private static EmittedPackage rule(String name, Constraint constraint) {
        Pattern pattern = new Pattern(Quantifier.PLAIN, "$s", "Row", List.of(constraint));
        RowType rows = new RowType("Row", null, null, null);
        return new EmittedPackage(
                "emitted.test", List.of(rows), List.of(new EmittedRule(name, 0, Status.MET, List.of(pattern))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\" when then System.exit( 1 ); end rule \"y",
                "x\\\" when then System.exit( 1 ); end rule \\\"y",
                "x' when then System.exit( 1 ); end rule 'y",
                "x // y",
                "x /* y",
            })
    void aTextThatLooksLikeCodeStaysAText(String hostile) {
        EmittedPackage asLiteral = rule("plain", new Comparison("row", "==", Literals.text(hostile)));

        PackageDescr read = Rereading.of(asLiteral);

        assertThat(read.getRules()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "row == 1 || true",
                "row == 1, true",
                "row == 1 ) || ( true",
                "row == 1 ) eval( true",
                "eval( true )",
                "row == 1 row == 2",
                "row == 1 == true",
            })
    void anOperandThatIsMoreThanAnOperandIsADefect(String operand) {
        assertThatThrownBy(() -> new Comparison(operand, "==", "1")).isInstanceOf(Defect.class);
        assertThatThrownBy(() -> new Comparison("row", "==", operand)).isInstanceOf(Defect.class);
    }

    @Test
    void aControlCharacterIsNeverEmitted() {
        assertThatThrownBy(() -> Literals.text("a\nb")).isInstanceOf(Defect.class);
    }

    @Test
    void aDecisionWhoseNameIsCodeIsNeverEmitted() {
        assertThatThrownBy(() -> new DrlEmitter("a;import java.util.List", null))
                .isInstanceOf(Defect.class);
    }
}
