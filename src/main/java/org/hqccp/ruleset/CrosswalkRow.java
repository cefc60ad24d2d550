package org.hqccp.ruleset;

import java.util.Arrays;
import java.util.List;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One row of the crosswalk: what one element of a record means.
 *
 * @param format the format of the files
 * @param record the kind of record: a file of OneRoster, a collection of the state, an element of Ed-Fi
 * @param element a column, or a path below the record; two with a minus between them; empty for the record as a whole
 * @param name what it is, in plain words
 * @param how what is done with it
 * @param fact the fact it says something of
 * @param items the list whose items it is about; none where it is about the student
 * @param codes the list that gives its codes a meaning, a record and element to look it up in, or how a day is taken
 * @param when the condition under which the row holds
 * @param believesConstant whether one same value for everybody is believed
 * @param source tags it rests on
 */
public record CrosswalkRow(
        String format,
        String record,
        String element,
        String name,
        How how,
        @Nullable Fact fact,
        @Nullable Items items,
        String codes,
        @Nullable When when,
        boolean believesConstant,
        String source) {

    /** What the cell for codes begins with where the value is looked up in another record. */
    public static final String LOOK_UP = "look up ";

    /** What the cell for codes says of days with the month first. */
    public static final String US_DAYS = "MM/DD/YYYY";

    /** What the cell for codes says of the day on which a first year began. */
    public static final String FIRST_YEAR = "first year";

    /** What is done with an element. */
    public enum How {
        /** It names a student, and the record is the student's own. */
        KEY("key"),
        /** It names the student whom the record is about. */
        STUDENT("student"),
        /** It names a student; where such records are given, only students they name are taken. */
        MEMBER("member"),
        /** It names the record for others to look up. */
        LIST_KEY("list-key"),
        /** It is what others look up. */
        LIST_VALUE("list-value"),
        /** Only records whose code says yes are taken. */
        ONLY("only"),
        /** The record holds from this day on. */
        FROM("from"),
        /** The record holds until this day. */
        UNTIL("until"),
        /** Its value is the value of the fact. */
        READ("read"),
        /** That there is such a record says yes. */
        YES("yes"),
        /** The day the record is about: one student may have many such records. */
        DAY("day"),
        /** The share of that day the record is about. */
        SHARE("share"),
        /** That it is there says that the record is about a part of the day. */
        PART("part"),
        /** The days of such records, or the school days between first and last day, are counted. */
        COUNT("count"),
        /** A part of the name of the calendar that holds for the record. */
        CALENDAR("calendar"),
        /** Its code says whether the day is a school day. */
        SCHOOL_DAY("school-day"),
        /** Its code says whether the calendar is everybody's at its school. */
        SCHOOL_WIDE("school-wide"),
        /** Such a record is an item of a list, where its code says yes. */
        ITEM("item"),
        /** A part of what tells one item from another. */
        ITEM_ID("item-id"),
        /** Its value is the value of the fact of each item whose day the record holds for. */
        ON_DAY("on-day"),
        /** A RED trait: never read, never held. */
        REFUSE("refuse"),
        /** It tells who a person is: never held. */
        IDENTITY("identity"),
        /** Known, and nothing reads it. */
        NOT_READ("not-read");

        private final String word;

        How(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(How::word).toList();
        }
    }

    /**
     * A condition on another element of the same record.
     *
     * @param element its column or path
     * @param isOneOf whether it must hold one of the codes, or none of them
     * @param codes the codes
     */
    public record When(String element, boolean isOneOf, List<String> codes) {}

    /**
     * A list of things that a case says of a student.
     *
     * @param owner whose list it is
     * @param key its name in a case
     * @param item what one of them is called in the facts dictionary
     */
    public record Items(String owner, String key, String item) {
        /** The list that a kind of thing is an item of; none where a student has no list of them. */
        static @Nullable Items of(@Nullable EntityType type) {
            EntityType owner = type == null ? null : type.parent();
            return type == null
                            || owner == null
                            || !type.isList()
                            || !owner.isSingle()
                            || !owner.name().equals("student")
                    ? null
                    : new Items(owner.name(), type.jsonKey(), type.name());
        }

        /** Its full name, {@code student.suspensions}. */
        public String path() {
            return owner + "." + key;
        }
    }

    /** Whether the element may hold several values with commas between them. */
    public boolean isList() {
        return element.endsWith("[]");
    }

    /** The columns or paths it reads: none, one, or two of which the second is taken from the first. */
    public List<String> elements() {
        if (element.isEmpty()) {
            return List.of();
        }
        String plain = isList() ? element.substring(0, element.length() - 2) : element;
        return Arrays.asList(plain.split(" - ", 2));
    }

    /** Whether it says something of a fact of the student. */
    public boolean saysSomething() {
        return items == null && (how == How.READ || how == How.YES || how == How.COUNT);
    }

    /** Whether it gives items of a list the value of a fact. */
    public boolean saysSomethingOfItems() {
        return items != null && how != How.ITEM;
    }

    /** Whether the record itself says it, and no element of it. */
    public boolean hasNoElement() {
        return element.isEmpty();
    }

    /** Whether it counts the school days that a record holds for, and not records of days. */
    public boolean countsSchoolDays() {
        return how == How.COUNT && element.isEmpty();
    }

    /** Whether its codes say yes or no, and no value of a fact. */
    public boolean asksYesOrNo() {
        return how == How.COUNT || how == How.SCHOOL_DAY || how == How.SCHOOL_WIDE || how == How.ITEM;
    }

    /** The record and element its value is looked up in, {@code orgs.name}; none where it is not looked up. */
    public @Nullable String lookup() {
        return codes.startsWith(LOOK_UP) ? codes.substring(LOOK_UP.length()) : null;
    }

    /** The list of codes that gives its values a meaning; none where they are taken as they are. */
    public @Nullable String list() {
        return codes.isEmpty() || codes.startsWith(LOOK_UP) || hasUsDays() || isFirstYear() ? null : codes;
    }

    /** Whether days are written with the month first. */
    public boolean hasUsDays() {
        return codes.equals(US_DAYS);
    }

    /** Whether it holds the day on which a first year began, which says yes while it lasts and no when it is over. */
    public boolean isFirstYear() {
        return codes.equals(FIRST_YEAR);
    }

    /** How it is named in a report: {@code users.grades}. */
    public String place() {
        return element.isEmpty() ? record : record + "." + element;
    }
}
