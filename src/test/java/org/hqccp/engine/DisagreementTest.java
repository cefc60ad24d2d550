package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the two evaluators differ, or one breaks off, nothing is decided, and nothing of the case is told. */
class DisagreementTest {
    private static final String CASE =
            "{'asOf': '2024-05-06', 'student': {'nickname': 'Quincy'}, 'trips': [{'id': 'ponkapoag',"
                    + " 'title': 'Blue Hills', 'cost': 17.25, 'helpers': [{'name': 'Wampatuck', 'role': 'COOK'}]}]}";
    private static final List<String> OF_THE_CASE =
            List.of("Quincy", "ponkapoag", "Blue Hills", "17.25", "Wampatuck", "COOK", "2024-05-06", "MET");

    @Test
    void agreeingEvaluatorsDecide() {
        TripCase trips = TripCase.of(Trips.files());

        assertThatCode(() -> trips.program().evaluate(trips.read(CASE))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TM-01 MET", "TS-01 NOT_MET", "TS-02 NOT_MET", "TR-01 MET", "TR-03 MET", "TN-02 NOT_MET"})
    void aRuleThatDroolsNeverFiresIsRefused(String rule) {
        TripCase trips = altered(text -> change(text, rule, "row == -1"));

        assertIsRefused(trips, "the two evaluators disagree on " + rule.substring(0, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TS-01 MET", "TM-01 NOT_MET", "TS-02 MET", "TR-02 NOT_MET", "TN-01 MET"})
    void aRuleThatDroolsAlwaysFiresIsRefused(String rule) {
        TripCase trips = altered(text -> change(text, rule, "row >= 0"));
        Defect defect = refused(trips);

        assertThat(defect).isNotNull();
        assertSaysNothingOfTheCase(defect);
    }

    @Test
    void aRuleThatBreaksOffIsRefusedWithoutWhatItSaid() {
        TripCase trips = altered(text -> {
            change(text, "TM-01 NOT_MET", "owner.row == 1");
            return change(text, "TM-01 MET", "owner.row == 1");
        });

        assertIsRefused(trips, "the evaluation of trip-permit broke off: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$s.getOwner().getRow();", "update( $s );", "delete( $s );"})
    void whatAConsequenceSaysIsNeverRun(String consequence) {
        TripCase trips = altered(text -> {
            text.getRules().forEach(rule -> rule.setConsequence(consequence));
            return text;
        });

        assertThatCode(() -> trips.program().evaluate(trips.read(CASE))).doesNotThrowAnyException();
    }

    @Test
    void everyDefectHasAnIncidentOfItsOwn() {
        Defect one = new Defect("something");
        Defect other = new Defect("something");

        assertThat(one.incident()).matches("[0-9a-f-]{36}").isNotEqualTo(other.incident());
        assertThat(one).hasMessage("something (incident " + one.incident() + ")");
    }

    @Test
    void aDefectTellsWhereItAroseButNotWhatTheCauseSaid() {
        Defect defect = Defect.behind("it broke off", new ArithmeticException("17.25"));

        assertThat(told(defect))
                .contains("java.lang.ArithmeticException", "aDefectTellsWhereItArose")
                .doesNotContain("17.25");
    }

    @Test
    void aDefectBehindWhatDroolsThrowsIsTheOneThatIsTold() {
        Defect first = new Defect("the first");

        assertThat(Defect.behind("later", new IllegalStateException("around", first)))
                .isSameAs(first);
    }

    /** The policy, with what Drools compiles altered after the check. */
    private static TripCase altered(UnaryOperator<PackageDescr> change) {
        return TripCase.of(Trips.files(), new Watch() {
            @Override
            public PackageDescr compile(PackageDescr checked) {
                return change.apply(checked);
            }
        });
    }

    private static void assertIsRefused(TripCase trips, String message) {
        Defect defect = refused(trips);

        assertThat(defect).isNotNull().hasMessageStartingWith(message).hasMessageContaining(defect.incident());
        assertSaysNothingOfTheCase(defect);
    }

    private static Defect refused(TripCase trips) {
        return catchThrowableOfType(Defect.class, () -> trips.program().evaluate(trips.read(CASE)));
    }

    private static void assertSaysNothingOfTheCase(Defect defect) {
        assertThat(told(defect)).doesNotContain(OF_THE_CASE);
    }

    private static String told(Throwable thrown) {
        StringWriter told = new StringWriter();
        thrown.printStackTrace(new PrintWriter(told));
        return told.toString();
    }

    private static PackageDescr change(PackageDescr read, String rule, String constraint) {
        PatternDescr subject =
                (PatternDescr) rule(read, rule).getLhs().getDescrs().get(0);
        List<? extends BaseDescr> all = List.copyOf(subject.getConstraint().getDescrs());
        all.forEach(subject::removeConstraint);
        subject.addConstraint(new ExprConstraintDescr(constraint));
        while (rule(read, rule).getLhs().getDescrs().size() > 1) {
            rule(read, rule).getLhs().getDescrs().remove(1);
        }
        return read;
    }

    private static RuleDescr rule(PackageDescr read, String name) {
        return read.getRules().stream()
                .filter(r -> r.getName().startsWith(name + " "))
                .findFirst()
                .orElseThrow();
    }
}
