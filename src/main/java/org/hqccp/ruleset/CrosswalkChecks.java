package org.hqccp.ruleset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/**
 * What of a crosswalk only shows when all its rows are seen together.
 *
 * @param rows the sound rows
 * @param written where each stands
 * @param codes the lists of codes
 * @param codeRows where each code stands
 * @param problems gets what is wrong
 */
record CrosswalkChecks(
        List<CrosswalkRow> rows,
        Map<CrosswalkRow, Table.Row> written,
        Map<String, Map<String, String>> codes,
        Map<String, Map<String, Table.Row>> codeRows,
        List<Problem> problems) {

    void check() {
        for (CrosswalkRow row : rows) {
            codes(row);
            counting(row);
            if (row.saysSomething() || row.items() != null) {
                named(row);
                owned(row);
            }
        }
        new CrosswalkItemChecks(rows, this::problem).check();
    }

    private void codes(CrosswalkRow row) {
        String lookup = row.lookup();
        String list = row.list();
        if (lookup != null) {
            String[] parts = lookup.split("[.]", 2);
            if (!has(row.format(), parts[0], How.LIST_KEY, null)
                    || !has(row.format(), parts[0], How.LIST_VALUE, parts.length < 2 ? "" : parts[1])) {
                problem(
                        row,
                        "codes",
                        "LIST",
                        "'" + lookup + "' cannot be looked up",
                        "it needs a row with 'list-key' and one with 'list-value' for its record");
            }
        } else if (row.hasUsDays() && (row.fact() == null || row.fact().type() != FactType.DATE)) {
            problem(row, "codes", "LIST", "the form of a day fits a date only", "name a list of codes");
        } else if (row.isFirstYear() && (row.fact() == null || row.fact().type() != FactType.YES_NO)) {
            problem(
                    row,
                    "codes",
                    "LIST",
                    "'" + CrosswalkRow.FIRST_YEAR + "' fits a yes-no fact only",
                    "name a list of codes");
        } else if (list != null && !codes.containsKey(list)) {
            problem(
                    row,
                    "codes",
                    "LIST",
                    "'" + list + "' is no list of crosswalk-codes.csv",
                    Suggestion.didYouMean(list, new TreeSet<>(codes.keySet())));
        } else if (list != null) {
            values(row, list);
        } else if (row.how() == How.ONLY || (row.asksYesOrNo() && !row.hasNoElement())) {
            problem(
                    row,
                    "codes",
                    "MISSING",
                    "'" + row.how().word() + "' needs a list of codes",
                    "name the list that says yes or no");
        }
    }

    /** Each code must give what the fact can hold; where it only picks records, yes or no. */
    private void values(CrosswalkRow row, String list) {
        Fact fact = row.asksYesOrNo() ? null : row.fact();
        boolean mayBeOpen = fact != null || row.asksYesOrNo();
        codes.getOrDefault(list, Map.of()).forEach((code, value) -> {
            boolean fits = value.isEmpty()
                    || (mayBeOpen && (value.equals(Crosswalk.SAYS_NOTHING) || value.equals(Crosswalk.NOT_KNOWN)))
                    || (fact == null ? value.equals("yes") || value.equals("no") : fits(fact, value));
            Table.Row at = codeRows.getOrDefault(list, Map.of()).get(code);
            if (!fits && at != null) {
                problems.add(at.problem(
                        "value",
                        "VALUE",
                        "'" + value + "' is no value of " + (fact == null ? row.place() : fact.path()),
                        advice(fact)));
            }
        });
    }

    private static @Nullable String advice(@Nullable Fact fact) {
        if (fact == null || fact.type() == FactType.YES_NO) {
            return "write yes or no";
        }
        return fact.values().isEmpty()
                ? null
                : "write " + String.join(", ", fact.values().keySet());
    }

    private static boolean fits(Fact fact, String value) {
        return switch (fact.type()) {
            case YES_NO -> value.equals("yes") || value.equals("no");
            case ONE_OF -> fact.values().containsKey(value);
            case SET_OF -> List.of(value.split("\\s*;\\s*")).stream().allMatch(fact.values()::containsKey);
            case WHOLE_NUMBER, NUMBER -> value.matches("-?[0-9]{1,9}") && fact.isInRange(new BigDecimal(value));
            case TEXT, SET_OF_TEXTS -> true;
            case DATE, MONTH, MONTH_DAY, TIME, SET_OF_NUMBERS -> false;
        };
    }

    /** The facts dictionary names the element too: the two say the same. */
    private void named(CrosswalkRow row) {
        Fact fact = row.fact();
        String elements = fact == null ? null : fact.elements().get(row.format());
        boolean same = elements != null
                && (elements.contains(row.record())
                        || Stream.concat(
                                        row.elements().stream(),
                                        Stream.ofNullable(row.when()).map(CrosswalkRow.When::element))
                                .map(e -> e.substring(e.lastIndexOf('/') + 1))
                                .anyMatch(elements::contains));
        if (fact != null && !same) {
            String element = row.place();
            problem(
                    row,
                    "fact",
                    "ELEMENT",
                    "the elements of '" + fact.path() + "' in facts/ do not name " + element,
                    "add '" + row.format() + ": " + element + "' to its elements, or map another fact");
        }
    }

    /** A record says something of a student only if it names one. */
    private void owned(CrosswalkRow row) {
        if (List.of(How.KEY, How.STUDENT, How.MEMBER).stream()
                .noneMatch(how -> has(row.format(), row.record(), how, null))) {
            problem(
                    row,
                    "record",
                    "STUDENT",
                    "nothing says which student a record of " + row.record() + " is about",
                    "add a row with 'key' or 'student' for it");
        }
    }

    /** What a count rests on must be there: days, or the days between which a calendar holds. */
    private void counting(CrosswalkRow row) {
        List<How> needed = switch (row.how()) {
            case COUNT -> row.countsSchoolDays() ? List.of(How.FROM, How.CALENDAR) : List.of(How.DAY);
            case SHARE, PART -> List.of(How.COUNT);
            case SCHOOL_DAY -> List.of(How.DAY, How.CALENDAR);
            case SCHOOL_WIDE -> List.of(How.CALENDAR);
            default -> List.of();
        };
        for (How how : needed) {
            if (!has(row.format(), row.record(), how, null)) {
                problem(
                        row,
                        "how",
                        "COUNT",
                        "'" + row.how().word() + "' needs a row with '" + how.word() + "' for its record",
                        "add one for " + row.record());
            }
        }
        if (row.countsSchoolDays()
                && rows.stream().noneMatch(r -> r.format().equals(row.format()) && r.how() == How.SCHOOL_DAY)) {
            problem(
                    row,
                    "how",
                    "COUNT",
                    "nothing in " + row.format() + " says which days are school days",
                    "add a row with 'school-day', or name the element whose days are counted");
        }
        if (row.how() == How.COUNT
                && !row.countsSchoolDays()
                && rows.stream()
                        .anyMatch(r -> r.countsSchoolDays()
                                && r.format().equals(row.format())
                                && r.record().equals(row.record()))) {
            problem(
                    row,
                    "how",
                    "COUNT",
                    "a kind of record counts its days or school days, not both",
                    "keep one of the two rows");
        }
        if (row.countsSchoolDays() && row.when() != null) {
            problem(row, "when", "COUNT", "school days are counted without a condition", "leave 'when' empty");
        }
    }

    private boolean has(String format, String record, How how, @Nullable String element) {
        return rows.stream()
                .anyMatch(r -> r.format().equals(format)
                        && r.record().equals(record)
                        && r.how() == how
                        && (element == null || r.element().equals(element)));
    }

    private void problem(CrosswalkRow row, String column, String code, String message, @Nullable String advice) {
        Table.Row at = written.get(row);
        if (at != null) {
            problems.add(at.problem(column, code, message, advice));
        }
    }
}
