package org.hqccp.comparison;

import org.hqccp.facts.Fact;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/** What a row of the crosswalk, or a code, means for the files of a district: a phrase that follows "it". */
final class CrosswalkWords {
    private CrosswalkWords() {}

    static String of(CrosswalkRow row) {
        return what(row) + codes(row) + when(row.when()) + constant(row);
    }

    private static String what(CrosswalkRow row) {
        Fact fact = row.fact();
        String path = fact == null ? "" : fact.path();
        return switch (row.how()) {
            case KEY -> "names the student, as " + path;
            case STUDENT -> "names the student whom the record is about";
            case MEMBER -> "names a student who is taken";
            case LIST_KEY -> "names the record for others to look up";
            case LIST_VALUE -> "is what others look up";
            case ONLY -> "says which records are taken";
            case FROM -> "says from which day on the record holds";
            case UNTIL -> "says until which day the record holds";
            case READ -> "gives the fact " + path + " its value";
            case YES -> "says yes to the fact " + path;
            case DAY -> "names the day the record is about";
            case SHARE -> "says which share of the day the record is about";
            case PART -> "says that the record is about a part of the day";
            case COUNT ->
                row.countsSchoolDays()
                        ? "counts the school days for the fact " + path
                        : "counts the days of such records for the fact " + path;
            case CALENDAR -> "names the calendar that holds for the record";
            case SCHOOL_DAY -> "says whether the day is a school day";
            case SCHOOL_WIDE -> "says whether the calendar is everybody's at the school";
            case ITEM ->
                (row.hasNoElement() ? "makes such a record an item of " : "says which records are items of ")
                        + (row.items() == null ? "" : row.items().path());
            case ITEM_ID -> "tells one item from another";
            case ON_DAY -> "gives the fact " + path + " of an item its value, as it was on the day of the item";
            case REFUSE -> "is dropped at the door as a RED trait";
            case IDENTITY -> "is dropped at the door as it tells who a person is";
            case NOT_READ -> "is not read";
        };
    }

    private static String codes(CrosswalkRow row) {
        String list = row.list();
        String lookup = row.lookup();
        if (row.hasUsDays()) {
            return ", with days written " + CrosswalkRow.US_DAYS;
        } else if (row.isFirstYear()) {
            return ", as the day on which the first year began";
        } else if (lookup != null) {
            return ", looked up in " + lookup;
        }
        return list == null ? "" : ", by the codes of " + list;
    }

    private static String when(CrosswalkRow.@Nullable When when) {
        return when == null
                ? ""
                : ", where " + when.element() + (when.isOneOf() ? " is " : " is not ")
                        + String.join(" or ", when.codes());
    }

    /** Whether one same value for everybody is taken as it stands, or as a sign that nobody filled it in. */
    private static String constant(CrosswalkRow row) {
        if (!row.saysSomething() && row.items() == null) {
            return "";
        }
        return row.believesConstant()
                ? "; one same value for everybody is believed"
                : "; one same value for everybody is doubted";
    }

    static String of(Crosswalk.Code code) {
        String means = switch (code.value()) {
            case Crosswalk.NOT_KNOWN -> "leaves the value unknown";
            case Crosswalk.SAYS_NOTHING -> "says nothing either way";
            default -> "means " + code.value().replace(";", " and ");
        };
        return means + " (" + code.meaning() + ")";
    }
}
