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
    void countsAreTold() {
        assertThat(told(rules().replace(
                                "crosswalk.csv", "AttendanceEvent/EventDuration,share", "AttendanceEvent/Share,share")
                        .replace("crosswalk.csv", "ArrivalTime,time of coming late,part", "ArrivalTime,late,not-read")
                        .replace(
                                "crosswalk.csv",
                                "student.daysAbsent,ed-fi.absent,,doubt",
                                "student.daysAbsent,ed-fi.absent,,believe")
                        .replace(
                                "crosswalk.csv",
                                "first day to the last,count,student.daysMembership,,,believe",
                                "first day to the last,count,student.daysMembership,,,doubt")
                        .replace(
                                "crosswalk.csv",
                                "kind of calendar,school-wide,,ed-fi.school-wide",
                                "kind of calendar,not-read,,")
                        .replace(
                                "crosswalk.csv",
                                "ed-fi,CalendarDate,CalendarEvent,kind of day,school-day",
                                "ed-fi,CalendarDate,CalendarEvent,day of school,school-day")))
                .containsExactly(
                        "crosswalk ed-fi Calendar.CalendarType (kind of calendar) before: it says whether the calendar is everybody's at the"
                                + " school, by the codes of ed-fi.school-wide; now it is not read.",
                        "crosswalk ed-fi CalendarDate.CalendarEvent (day of school) its name: “kind of day” becomes “day of school”.",
                        "crosswalk ed-fi StudentSchoolAssociation (school days of the calendar (CalendarDate) from the first day to the last)"
                                + " before: it counts the school days for the fact student.daysMembership; one same value for everybody is"
                                + " believed; now it counts the school days for the fact student.daysMembership; one same value for everybody"
                                + " is doubted.",
                        "crosswalk ed-fi StudentSchoolAttendanceEvent.ArrivalTime (late) before: it says that the record is about a part of"
                                + " the day; now it is not read.",
                        "crosswalk ed-fi StudentSchoolAttendanceEvent.ArrivalTime (late) its name: “time of coming late” becomes “late”.",
                        "crosswalk ed-fi StudentSchoolAttendanceEvent.AttendanceEvent/AttendanceEventCategory (kind of attendance) before:"
                                + " it counts the days of such records for the fact student.daysAbsent, by the codes of ed-fi.absent; one same"
                                + " value for everybody is doubted; now it counts the days of such records for the fact student.daysAbsent, by"
                                + " the codes of ed-fi.absent; one same value for everybody is believed.",
                        "crosswalk ed-fi StudentSchoolAttendanceEvent.AttendanceEvent/EventDuration (share of the day) is gone: it says which"
                                + " share of the day the record is about.",
                        "crosswalk ed-fi StudentSchoolAttendanceEvent.AttendanceEvent/Share (share of the day) is new: it says which share of"
                                + " the day the record is about.");
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
    void itemsAreTold() {
        assertThat(told(rules().replace(
                                "crosswalk.csv",
                                "kind of action,item,student.suspensions,ed-fi.suspension,,doubt",
                                "kind of action,item,student.suspensions,ed-fi.suspension,,believe")
                        .replace("crosswalk.csv", "id of the action,item-id", "id of the action,not-read")
                        .replace(
                                "crosswalk.csv",
                                "on-day,suspension.grade,ed-fi.grade-then,,believe",
                                "on-day,suspension.grade,ed-fi.grade-then,,doubt")
                        .replace(
                                "crosswalk.csv",
                                "read,student.firstYearInUsSchools,first year,,doubt",
                                "read,student.firstYearInUsSchools,ed-fi.yes-no,,doubt")))
                .containsExactly(
                        "crosswalk ed-fi DisciplineAction.Discipline (kind of action) before: it says which records are items "
                                + "of student.suspensions, by the codes of ed-fi.suspension; one same value for everybody is doubted; "
                                + "now it says which records are items of student.suspensions, by the codes of ed-fi.suspension; one "
                                + "same value for everybody is believed.",
                        "crosswalk ed-fi DisciplineAction.DisciplineActionIdentifier (id of the action) before: it tells one "
                                + "item from another; now it is not read.",
                        "crosswalk ed-fi StudentMigrantEducationProgramAssociation.USInitialSchoolEntry (first day in United States"
                                + " schools) before: it gives the fact student.firstYearInUsSchools its value, as the day on which the first"
                                + " year began; one same value for everybody is doubted; now it gives the fact student.firstYearInUsSchools"
                                + " its value, by the codes of ed-fi.yes-no; one same value for everybody is doubted.",
                        "crosswalk ed-fi StudentSchoolAssociation.EntryGradeLevel (grade on the day of a suspension) before: "
                                + "it gives the fact suspension.grade of an item its value, as it was on the day of the item, by the "
                                + "codes of ed-fi.grade-then; one same value for everybody is believed; now it gives the fact "
                                + "suspension.grade of an item its value, as it was on the day of the item, by the codes of "
                                + "ed-fi.grade-then; one same value for everybody is doubted.");
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
