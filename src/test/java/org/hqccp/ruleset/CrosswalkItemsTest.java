package org.hqccp.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every mistake in rows about the items of a list is told where it stands. */
class CrosswalkItemsTest {
    private static final String CODES = """
            sims.kind,01,yes,BK,one
            sims.kind,02,no,BK,none
            sims.law,01,LAW_37H,BK,the law
            """;

    @Test
    void whatSaysThatARecordIsAnItem() throws Exception {
        assertThat(CrosswalkTest.problems(CrosswalkTest.KEY + """
                                sims,SIMS,DOE050,kind,item,student.suspensons,sims.kind,,doubt,S84
                                sims,SIMS,DOE050,kind,item,student.suspensions,,,doubt,S84
                                sims,SIMS,,kind,item,student.suspensions,sims.kind,,,S84
                                sims,SIMS,,kind,item,student.workPlacements,sims.kind,,doubt,S84
                                sims,SIMS,DOE060,kind,item,,sims.kind,,doubt,S84
                                sims,SIMS,DOE061,kind,item,student.lowIncome,sims.kind,,doubt,S84
                                sims,OTHER,DOE002,id,student,,,,,S84
                                sims,OTHER,DOE055,id,item-id,student.suspensions,,,,S84
                                sims,OTHER,DOE056,id,item-id,,,,,S84
                                """, CODES))
                .containsExactly(
                        "crosswalk.csv:3:28 FACT 'student.suspensons' is no list of a student (did you mean 'student.suspensions'?)",
                        "crosswalk.csv:4:23 ITEM 'item' needs a row with 'item-id' for its record (add one for SIMS)",
                        "crosswalk.csv:4:48 MISSING 'item' needs a list of codes (name the list that says yes or no)",
                        "crosswalk.csv:5:53 VALUE 'constant' is empty (write doubt, believe)",
                        "crosswalk.csv:6:17 ITEM 'item' needs a row with 'item-id' for its record (add one for SIMS)",
                        "crosswalk.csv:6:17 ITEM a record is an item of one list only (keep one row with 'item' for it)",
                        "crosswalk.csv:6:45 LIST without an element there are no codes (name the element, or leave 'codes' empty: then each such record is an item)",
                        "crosswalk.csv:7:28 MISSING 'fact' is empty (name the list, as student.collegeCredits or student.suspensions or student.workPlacements)",
                        "crosswalk.csv:8:28 FACT 'student.lowIncome' is no list of a student (name the list, as student.collegeCredits or student.suspensions or student.workPlacements)",
                        "crosswalk.csv:10:30 FACT a row of this kind gives no fact a value (leave 'fact' empty)",
                        "crosswalk.csv:11:22 ITEM 'item-id' needs a row with 'item' for its record (add one for OTHER)");
    }

    @Test
    void whatGivesAnItemItsFacts() throws Exception {
        assertThat(CrosswalkTest.problems(CrosswalkTest.KEY + """
                                sims,SIMS,DOE051,days,read,suspension.days,look up orgs.name,,doubt,S84
                                sims,SIMS,DOE049,days,count,suspension.days,sims.kind,,doubt,S84
                                sims,SIMS,DOE052 - DOE053,days,read,suspension.days,,,doubt,S84
                                sims,SIMS,,law,yes,suspension.law,,DOE050 = 01,doubt,S84
                                sims,SIMS,DOE016,grade,on-day,student.gradeLevel,,,doubt,S84
                                sims,SIMS,DOE054,grade,on-day,suspension.grade,,,doubt,S84
                                sims,SIMS,DOE058,sheet,read,hourSheet.hours,,,doubt,S84
                                sims,SIMS,DOE057,law,read,suspension.law,sims.law,,doubt,S84
                                """, CODES))
                .containsExactly(
                        "crosswalk.csv:3:28 ELEMENT the elements of 'suspension.days' in facts/ do not name SIMS.DOE051 (add 'sims: SIMS.DOE051' to its elements, or map another fact)",
                        "crosswalk.csv:3:28 ITEM nothing says that a record of SIMS is an item of student.suspensions (add a row with 'item' and student.suspensions)",
                        "crosswalk.csv:3:44 LIST 'orgs.name' cannot be looked up (it needs a row with 'list-key' and one with 'list-value' for its record)",
                        "crosswalk.csv:3:44 LIST a fact of an item cannot be looked up in another record (name a list of codes, or leave 'codes' empty)",
                        "crosswalk.csv:4:29 FACT 'count' fits a fact of the student only, and not one of an item (write 'read')",
                        "crosswalk.csv:5:11 ELEMENT a fact of an item is read from one element (name one element only)",
                        "crosswalk.csv:5:37 ELEMENT the elements of 'suspension.days' in facts/ do not name SIMS.DOE052 - DOE053 (add 'sims: SIMS.DOE052 - DOE053' to its elements, or map another fact)",
                        "crosswalk.csv:5:37 ITEM nothing says that a record of SIMS is an item of student.suspensions (add a row with 'item' and student.suspensions)",
                        "crosswalk.csv:6:20 FACT 'yes' fits a fact of the student only, and not one of an item (write 'read')",
                        "crosswalk.csv:7:31 FACT 'on-day' fits a fact of an item only (name a fact of an item, as suspension.grade)",
                        "crosswalk.csv:8:24 ITEM 'on-day' needs a row with 'from' for its record (add one for SIMS)",
                        "crosswalk.csv:8:31 ELEMENT the elements of 'suspension.grade' in facts/ do not name SIMS.DOE054 (add 'sims: SIMS.DOE054' to its elements, or map another fact)",
                        "crosswalk.csv:8:31 ITEM nothing says that a record is an item of student.suspensions (add a row with 'item' and student.suspensions)",
                        "crosswalk.csv:9:29 FACT 'hourSheet.hours' is not a fact that a case says of one student (map a fact of the student that is not worked out)",
                        "crosswalk.csv:10:27 ELEMENT the elements of 'suspension.law' in facts/ do not name SIMS.DOE057 (add 'sims: SIMS.DOE057' to its elements, or map another fact)",
                        "crosswalk.csv:10:27 ITEM nothing says that a record of SIMS is an item of student.suspensions (add a row with 'item' and student.suspensions)");
    }
}
