package org.hqccp.ruleset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Dates;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Suggestion;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** Reads {@code parameters.csv}: one row a period; periods of one name neither overlap nor leave a gap. */
final class ParameterReader {
    private ParameterReader() {}

    static Map<String, Parameter> read(List<Table.Row> rows, Set<String> sources, List<Problem> problems) {
        Map<String, List<Table.Row>> byName = new LinkedHashMap<>();
        rows.forEach(row ->
                byName.computeIfAbsent(row.get("name"), n -> new ArrayList<>()).add(row));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        byName.forEach((name, periods) -> {
            Parameter parameter = parameter(name, periods, sources, problems);
            if (parameter != null) {
                parameters.put(name, parameter);
            }
        });
        return parameters;
    }

    private static @Nullable Parameter parameter(
            String name, List<Table.Row> rows, Set<String> sources, List<Problem> problems) {
        int before = problems.size();
        Table.Row first = rows.get(0);
        if (!name.matches("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)+")) {
            problems.add(first.problem(
                    "name", "NAME", "'" + name + "' is no name for a parameter", "write it as area.name"));
        }
        List<String> clocks = Arrays.stream(Clock.values()).map(Clock::word).toList();
        Clock clock = Clock.DECISION_DATE;
        for (Clock each : Clock.values()) {
            if (each.word().equals(first.get("clock"))) {
                clock = each;
            }
        }
        List<Parameter.Period> periods = new ArrayList<>();
        Map<Parameter.Period, Table.Row> rowOf = new IdentityHashMap<>();
        for (Table.Row row : rows) {
            if (!clocks.contains(row.get("clock"))) {
                problems.add(row.problem(
                        "clock",
                        "CLOCK",
                        "'" + row.get("clock") + "' is not a clock; it may be " + String.join(", ", clocks),
                        Suggestion.didYouMean(row.get("clock"), clocks)));
            } else if (!row.get("clock").equals(first.get("clock"))
                    || !row.get("unit").equals(first.get("unit"))) {
                problems.add(row.problem(
                        row.get("unit").equals(first.get("unit")) ? "clock" : "unit",
                        "PERIOD",
                        "the rows of '" + name + "' do not have the same unit and clock",
                        "write " + first.get("unit") + " and " + first.get("clock") + ", as in the first of them"));
            }
            Parameter.Period period = period(row, sources, problems);
            if (period != null) {
                periods.add(period);
                rowOf.put(period, row);
            }
        }
        periods.sort((a, b) -> a.from().compareTo(b.from()));
        for (int i = 1; i < periods.size(); i++) {
            Parameter.Period later = periods.get(i);
            join(name, periods.get(i - 1), later, rowOf.getOrDefault(later, first), problems);
        }
        if (first.get("meaning").isEmpty()) {
            problems.add(first.problem("meaning", "MISSING", "'meaning' is empty", "say in plain words what it is"));
        }
        return problems.size() > before
                ? null
                : new Parameter(
                        name,
                        type(periods, first.get("unit")),
                        first.get("unit"),
                        clock,
                        first.get("meaning"),
                        List.copyOf(periods));
    }

    private static void join(
            String name, Parameter.Period earlier, Parameter.Period later, Table.Row row, List<Problem> problems) {
        LocalDate end = earlier.to();
        if (end == null || !end.isBefore(later.from())) {
            problems.add(row.problem(
                    "from",
                    "OVERLAP",
                    "two periods of '" + name + "' both hold on " + later.from(),
                    "end the earlier one on " + later.from().minusDays(1)));
        } else if (!end.plusDays(1).equals(later.from())) {
            problems.add(row.problem(
                    "from",
                    "GAP",
                    "'" + name + "' has no value from " + end.plusDays(1) + " to "
                            + later.from().minusDays(1),
                    "close the gap, or add a row with the value unknown"));
        }
    }

    private static Parameter.@Nullable Period period(Table.Row row, Set<String> sources, List<Problem> problems) {
        int before = problems.size();
        LocalDate from = date(row, "from", problems);
        LocalDate to = row.get("to").isEmpty() ? null : date(row, "to", problems);
        if (from != null && to != null && to.isBefore(from)) {
            problems.add(row.problem(
                    "to", "DATE", "the last day stands before the first", "write a day on or after " + from));
        }
        Object value = value(row, problems);
        List<String> tags = List.of(row.get("source").split("\\s*,\\s*"));
        Tables.tags(row, sources, problems);
        return problems.size() > before || from == null || value == null
                ? null
                : new Parameter.Period(from, to, value, tags, row.line());
    }

    private static @Nullable LocalDate date(Table.Row row, String column, List<Problem> problems) {
        LocalDate date = Dates.read(row.get(column));
        if (row.get(column).isEmpty()) {
            problems.add(
                    row.problem(column, "MISSING", "'" + column + "' is empty", "write a date such as 2026-08-01"));
        } else if (date == null) {
            problems.add(row.problem(
                    column,
                    "DATE",
                    "'" + row.get(column) + "' in the column '" + column + "' is not a date",
                    "write it as 2026-08-01"));
        }
        return date;
    }

    private static @Nullable Object value(Table.Row row, List<Problem> problems) {
        String value = row.get("value");
        if (value.equals("unknown")) {
            return new Unknown("the value of " + row.get("name") + " in this period is not known");
        }
        switch (row.get("unit")) {
            case "set":
                return new TreeSet<>(List.of(value.split("\\s*;\\s*")));
            case "code":
                return value;
            case "date":
                LocalDate date = Dates.read(value);
                if (date == null) {
                    problems.add(
                            row.problem("value", "DATE", "'" + value + "' is not a date", "write it as 2026-08-01"));
                }
                return date;
            case "month-day":
                if (!Dates.isMonthDay(value)) {
                    problems.add(row.problem(
                            "value",
                            "DATE",
                            "'" + value + "' is not a day in the year",
                            "write month and day as 02-01"));
                    return null;
                }
                return value;
            case "time":
                if (!Dates.isTime(value)) {
                    problems.add(
                            row.problem("value", "DATE", "'" + value + "' is not a time of day", "write it as 15:30"));
                    return null;
                }
                return value;
            default:
                return number(row, value, problems);
        }
    }

    private static @Nullable Object number(Table.Row row, String value, List<Problem> problems) {
        if (row.get("unit").isEmpty()) {
            problems.add(row.problem("unit", "UNIT", "'unit' is empty", "name the unit, such as days or percent"));
        }
        if (!value.matches("-?(0|[1-9][0-9]{0,10})(\\.[0-9]{1,4})?")) {
            String advice = value.contains("%")
                    ? "write the number without %"
                    : value.contains(",") ? "write it without a comma" : "write digits, with at most four places";
            problems.add(row.problem("value", "NUMBER", "'" + value + "' is not a number", advice));
            return null;
        }
        return value.contains(".") ? new BigDecimal(value) : (Object) Long.valueOf(value);
    }

    private static FactType type(List<Parameter.Period> periods, String unit) {
        return switch (unit) {
            case "set" -> FactType.SET_OF_TEXTS;
            case "code" -> FactType.TEXT;
            case "date" -> FactType.DATE;
            case "month-day" -> FactType.MONTH_DAY;
            case "time" -> FactType.TIME;
            default ->
                periods.stream().allMatch(p -> p.value() instanceof Long || p.value() instanceof Unknown)
                        ? FactType.WHOLE_NUMBER
                        : FactType.NUMBER;
        };
    }
}
