package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hqccp.ruleset.RuleSet;
import org.junit.jupiter.api.Test;

/** An edit of how the files of a district are read is told like one of a parameter. */
class CrosswalkDifferencesTest {
    private static final RuleSet BEFORE = rules().read();

    private static EditedRules rules() {
        return EditedRules.of(Path.of("rules"));
    }

    private static List<String> told(EditedRules after) {
        return RuleSets.compare(BEFORE, after.read()).others().stream()
                .map(d -> d.kind() + " " + d.name() + " " + d.says())
                .toList();
    }

    @Test
    void aRowIsToldWithWhatIsDoneWithTheElementBeforeAndAfter() {
        assertThat(told(rules().replace(
                                "crosswalk.csv",
                                "sims,SIMS,DOE016,grade level,read,student.gradeLevel,sims.grade,,believe,S84",
                                "sims,SIMS,DOE016,grade level,not-read,,,,,S84")))
                .containsExactly(
                        "crosswalk sims SIMS.DOE016 (grade level) before: it gives the fact student.gradeLevel its value, by the codes of"
                                + " sims.grade; one same value for everybody is believed; now it is not read.");
    }

    @Test
    void aRowThatCameOrWentIsTold() {
        assertThat(told(rules().replace(
                                "crosswalk.csv",
                                "sims,SIMS,DOE022,immigrant status,refuse,,,,,S84\n",
                                "sims,SIMS,DOE099,another mark,not-read,,,,,S84\n")))
                .containsExactly(
                        "crosswalk sims SIMS.DOE022 (immigrant status) is gone: it is dropped at the door as a RED trait.",
                        "crosswalk sims SIMS.DOE099 (another mark) is new: it is not read.");
    }

    @Test
    void nameSourceAndDoubtAreTold() {
        assertThat(told(rules().replace(
                                "crosswalk.csv",
                                "DOE018,days in membership,read,student.daysMembership,,,believe,S84",
                                "DOE018,days enrolled,read,student.daysMembership,,,doubt,BK")))
                .containsExactly(
                        "crosswalk sims SIMS.DOE018 (days enrolled) before: it gives the fact student.daysMembership its value; one same"
                                + " value for everybody is believed; now it gives the fact student.daysMembership its value; one same"
                                + " value for everybody is doubted.",
                        "crosswalk sims SIMS.DOE018 (days enrolled) its name: “days in membership” becomes “days enrolled”.",
                        "crosswalk sims SIMS.DOE018 (days enrolled) rested on S84; now rests on BK.");
    }

    @Test
    void codesAreTold() {
        assertThat(told(rules().replace("crosswalk-codes.csv", "sims.grade,SP,unknown,BK,", "sims.grade,SP,12,S84,")
                        .replace(
                                "crosswalk-codes.csv", "sims.grade,KT,unknown,BK,below grade 6: no fact holds it\n", "")
                        .replace(
                                "crosswalk-codes.csv",
                                "sims.says-yes,00,-,",
                                "sims.says-yes,0X,-,BK,new\nsims.says-yes,00,-,")))
                .containsExactly(
                        "crosswalk code sims.grade KT is gone: it leaves the value unknown (below grade 6: no fact holds it).",
                        "crosswalk code sims.grade SP before: it leaves the value unknown (past grade 12: which year is not told); now it"
                                + " means 12 (past grade 12: which year is not told).",
                        "crosswalk code sims.grade SP rested on BK; now rests on S84.",
                        "crosswalk code sims.says-yes 0X is new: it says nothing either way (new).");
    }

    @Test
    void layoutIsNoDifference() {
        assertThat(told(rules().replace(
                                "crosswalk.csv",
                                "sims,SIMS,DOE022,immigrant status,refuse,,,,,S84",
                                "sims,SIMS,DOE022,\"immigrant status\",refuse,,,,,S84")))
                .isEmpty();
    }
}
