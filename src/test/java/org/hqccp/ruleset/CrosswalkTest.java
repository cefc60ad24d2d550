package org.hqccp.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** Every mistake in the crosswalk is told with its file, line and column, and what to write instead. */
class CrosswalkTest {
    private static final String HEADER = "format,record,element,name,how,fact,codes,when,constant,source\n";
    private static final String CODES = "list,code,value,source,meaning\n";
    static final String KEY = "sims,SIMS,DOE002,id,key,student.studentRef,,,,S84\n";

    static List<String> problems(String rows, String codes) throws Exception {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(Path.of("rules"), problems);
        files.put("crosswalk.csv", HEADER + rows);
        files.put("crosswalk-codes.csv", CODES + codes);
        RuleSetReader.read(files, problems);
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void mistakesInRowsAreToldWhereTheyStand() throws Exception {
        assertThat(problems(KEY + KEY + """
                                simms,SIMS,DOE019,low income,read,student.lowIncome,,,doubt,S84
                                sims,SIMS,DOE019,low income,reed,student.lowIncome,,,doubt,S84
                                sims,SIMS,DOE019,low income,read,student.lowIncom,,,doubt,S84
                                sims,SIMS,DOE009,sex,read,student.sex,,,doubt,S84
                                sims,SIMS,DOE019,low income,read,student.lowIncome,sims.none,,doubt,S84
                                sims,SIMS,DOE025,EL,read,student.el,,,,S84
                                sims,SIMS,DOE011,reason,not-read,,,,doubt,S84
                                sims,SIMS,DOE016,grade,read,student.gradeLevel,,DOE012 is 01,believe,S84
                                sims,SIMS,DOE017,days,read,student.absenceRate,,,doubt,S84
                                sims,SIMS,,504,yes,student.cohort,,,doubt,S84
                                sims,SIMS,DOE012,status,only,,,,,S84
                                sims,SIMS,DOE015,school,read,student.school,look up orgs.name,,believe,S84
                                sims,SIMS,DOE041,SLIFE,read,student.slife,,,doubt,NONE
                                sims,OTHER,DOE039,504,read,student.plan504,,,doubt,S84
                                sims,SIMS,DOE006,birth,read,student.dateOfBirth,first year,,doubt,S84
                                """, ""))
                .containsExactly(
                        "crosswalk.csv:3:11 DUPLICATE the row stands twice (keep one)",
                        "crosswalk.csv:4:1 VALUE 'simms' may not stand in 'format' (did you mean 'sims'?)",
                        "crosswalk.csv:5:29 VALUE 'reed' may not stand in 'how' (did you mean 'read'?)",
                        "crosswalk.csv:6:34 FACT 'student.lowIncom' is no fact of facts/ (did you mean 'student.lowIncome'?)",
                        "crosswalk.csv:7:27 CLASS 'student.sex' is RED: no case may hold it (write 'refuse' in the column 'how')",
                        "crosswalk.csv:8:52 LIST 'sims.none' is no list of crosswalk-codes.csv",
                        "crosswalk.csv:9:39 VALUE 'constant' is empty (write doubt, believe)",
                        "crosswalk.csv:10:37 VALUE 'doubt' may not stand in 'constant' (leave 'constant' empty: only read, yes, count, item, on-day have it)",
                        "crosswalk.csv:11:49 CONDITION 'when' is not a condition that can be read (write element = code, or element != code | code)",
                        "crosswalk.csv:12:28 FACT 'student.absenceRate' is not a fact that a case says of one student (map a fact of the student that is not worked out)",
                        "crosswalk.csv:13:20 FACT 'student.cohort' is not a fact that a case says of one student (map a fact of the student that is not worked out)",
                        "crosswalk.csv:14:31 MISSING 'only' needs a list of codes (name the list that says yes or no)",
                        "crosswalk.csv:15:45 LIST 'orgs.name' cannot be looked up (it needs a row with 'list-key' and one with 'list-value' for its record)",
                        "crosswalk.csv:16:51 SOURCE 'NONE' is not a tag of sources.csv",
                        "crosswalk.csv:17:6 STUDENT nothing says which student a record of OTHER is about (add a row with 'key' or 'student' for it)",
                        "crosswalk.csv:18:49 LIST 'first year' fits a yes-no fact only (name a list of codes)");
    }

    @Test
    void whatACountNeedsIsToldWhereItIsMissing() throws Exception {
        assertThat(problems(KEY + """
                                sims,SIMS,DOE018,days,count,student.daysMembership,,,believe,S84
                                sims,SIMS,DOE017,days,count,student.lowIncome,sims.there,,doubt,S84
                                sims,SIMS,,days,count,student.daysMembership,,DOE018 = 01,believe,S84
                                sims,SIMS,DOE090,there,school-day,,sims.there,,,S84
                                sims,SIMS,DOE091,whose,school-wide,,,,,S84
                                sims,OTHER,DOE092,share,share,,,,,S84
                                sims,OTHER,DOE093,part,part,student.daysAbsent,,,,S84
                                """, """
                        sims.there,01,yes,BK,there
                        sims.there,02,unknown,BK,half there
                        sims.there,03,here,BK,there
                        """))
                .containsExactly(
                        "crosswalk-codes.csv:4:15 VALUE 'here' is no value of SIMS.DOE090 (write yes or no)",
                        "crosswalk.csv:3:23 COUNT 'count' needs a row with 'day' for its record (add one for SIMS)",
                        "crosswalk.csv:3:23 COUNT a kind of record counts its days or school days, not both (keep one of the two rows)",
                        "crosswalk.csv:3:52 MISSING 'count' needs a list of codes (name the list that says yes or no)",
                        "crosswalk.csv:4:29 FACT 'count' fits a number only (name a fact that is a number of days)",
                        "crosswalk.csv:5:17 COUNT 'count' needs a row with 'calendar' for its record (add one for SIMS)",
                        "crosswalk.csv:5:17 COUNT 'count' needs a row with 'from' for its record (add one for SIMS)",
                        "crosswalk.csv:5:47 COUNT school days are counted without a condition (leave 'when' empty)",
                        "crosswalk.csv:6:24 COUNT 'school-day' needs a row with 'calendar' for its record (add one for SIMS)",
                        "crosswalk.csv:6:24 COUNT 'school-day' needs a row with 'day' for its record (add one for SIMS)",
                        "crosswalk.csv:7:24 COUNT 'school-wide' needs a row with 'calendar' for its record (add one for SIMS)",
                        "crosswalk.csv:7:37 MISSING 'school-wide' needs a list of codes (name the list that says yes or no)",
                        "crosswalk.csv:8:25 COUNT 'share' needs a row with 'count' for its record (add one for OTHER)",
                        "crosswalk.csv:9:29 FACT a row of this kind gives no fact a value (leave 'fact' empty)");
    }

    @Test
    void mistakesInCodesAreToldWhereTheyStand() throws Exception {
        assertThat(problems(KEY + """
                                sims,SIMS,DOE016,grade,read,student.gradeLevel,sims.grade,,believe,S84
                                sims,SIMS,DOE019,low income,read,student.lowIncome,sims.low,,doubt,S84
                                sims,SIMS,DOE012,status,only,,sims.status,,,S84
                                """, """
                        sims.grade,09,9,BK,nine
                        sims.grade,10,ten,BK,ten
                        sims.grade,05,5,BK,five
                        sims.grade,SP,unknown,BK,none
                        sims.grade,09,9,BK,again
                        sims.low,00,-,BK,nothing
                        sims.low,01,true,BK,yes
                        sims.status,01,unknown,BK,here
                        Status,01,yes,BK,
                        """))
                .containsExactly(
                        "crosswalk-codes.csv:3:15 VALUE 'ten' is no value of student.gradeLevel",
                        "crosswalk-codes.csv:4:15 VALUE '5' is no value of student.gradeLevel",
                        "crosswalk-codes.csv:6:12 DUPLICATE the code 09 of sims.grade stands twice (keep one)",
                        "crosswalk-codes.csv:8:13 VALUE 'true' is no value of student.lowIncome (write yes or no)",
                        "crosswalk-codes.csv:9:16 VALUE 'unknown' is no value of SIMS.DOE012 (write yes or no)",
                        "crosswalk-codes.csv:10:1 NAME 'Status' is no name of a list (write the format, a dot and a word: sims.grade)",
                        "crosswalk-codes.csv:10:18 MISSING 'meaning' is empty (fill it)");
    }

    @Test
    void theFactsDictionaryMustNameTheElementToo() throws Exception {
        assertThat(problems(
                        KEY + "sims,SIMS,DOE099,internet,read,student.internetAtHome,sims.yes,,doubt,S84\n",
                        "sims.yes,01,yes,BK,yes\n"))
                .containsExactly(
                        "crosswalk.csv:3:32 ELEMENT the elements of 'student.internetAtHome' in facts/ do not name"
                                + " SIMS.DOE099 (add 'sims: SIMS.DOE099' to its elements, or map another fact)");
    }

    @Test
    void aRuleSetWithoutACrosswalkMapsNothing() throws Exception {
        List<Problem> problems = new ArrayList<>();
        RuleSet small = RuleSetReader.read(RuleFolder.read(SmallPolicy.RULES, problems), problems);

        assertThat(problems).isEmpty();
        assertThat(small == null ? List.of(problems) : Crosswalk.of(small).rows())
                .isEmpty();
    }
}
