package org.hqccp.ruleset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/** Reads {@code crosswalk.csv} and {@code crosswalk-codes.csv}, and tells whatever in them could not work. */
final class CrosswalkReader {
    /** Rows that give something a value: one same value for everybody is believed of them, or not. */
    private static final List<How> VALUES = List.of(How.READ, How.YES, How.COUNT, How.ITEM, How.ON_DAY);

    private final Tables tables;
    private final FactsDictionary dictionary;
    private final Set<String> sources;
    private final List<Problem> problems;
    private final Map<String, Map<String, String>> codes = new TreeMap<>();
    private final Map<String, Map<String, Table.Row>> codeRows = new TreeMap<>();

    CrosswalkReader(Tables tables, FactsDictionary dictionary, Set<String> sources, List<Problem> problems) {
        this.tables = tables;
        this.dictionary = dictionary;
        this.sources = sources;
        this.problems = problems;
    }

    /** Reads what of the two files is there; a rule set without them maps nothing. */
    Crosswalk read(Set<String> files) {
        if (files.contains(RuleTable.CROSSWALK_CODES.file())) {
            tables.rows(RuleTable.CROSSWALK_CODES).forEach(this::code);
        }
        Map<CrosswalkRow, Table.Row> read = new LinkedHashMap<>();
        if (files.contains(RuleTable.CROSSWALK.file())) {
            Set<List<String>> seen = new HashSet<>();
            for (Table.Row written : tables.rows(RuleTable.CROSSWALK)) {
                CrosswalkRow row = row(written);
                if (!seen.add(List.of(
                        written.get("format"),
                        written.get("record"),
                        written.get("element"),
                        written.get("how"),
                        written.get("fact"),
                        written.get("when")))) {
                    problems.add(written.problem("element", "DUPLICATE", "the row stands twice", "keep one"));
                } else if (row != null) {
                    read.put(row, written);
                }
            }
        }
        new CrosswalkChecks(List.copyOf(read.keySet()), read, codes, codeRows, problems).check();
        Map<String, Map<String, Crosswalk.Code>> meant = new TreeMap<>();
        codeRows.forEach((list, rows) -> {
            Map<String, Crosswalk.Code> own = new LinkedHashMap<>();
            rows.forEach((code, row) ->
                    own.put(code, new Crosswalk.Code(row.get("value"), row.get("source"), row.get("meaning"))));
            meant.put(list, own);
        });
        return new Crosswalk(List.copyOf(read.keySet()), meant);
    }

    private void code(Table.Row row) {
        filled(row, "list", "code", "value", "meaning");
        Tables.tags(row, sources, problems);
        String list = row.get("list");
        if (!list.isEmpty() && !list.matches(Crosswalk.LIST)) {
            problems.add(row.problem(
                    "list",
                    "NAME",
                    "'" + list + "' is no name of a list",
                    "write the format, a dot and a word: sims.grade"));
        }
        codeRows.computeIfAbsent(list, l -> new LinkedHashMap<>()).put(row.get("code"), row);
        if (codes.computeIfAbsent(list, l -> new LinkedHashMap<>()).put(row.get("code"), row.get("value")) != null) {
            problems.add(row.problem(
                    "code", "DUPLICATE", "the code " + row.get("code") + " of " + list + " stands twice", "keep one"));
        }
    }

    private void filled(Table.Row row, String... columns) {
        for (String column : columns) {
            if (row.get(column).isEmpty()) {
                problems.add(row.problem(column, "MISSING", "'" + column + "' is empty", "fill it"));
            }
        }
    }

    private @Nullable CrosswalkRow row(Table.Row row) {
        filled(row, "record", "name");
        Tables.tags(row, sources, problems);
        int before = problems.size();
        oneOf(row, "format", Crosswalk.FORMATS);
        oneOf(row, "how", How.words());
        How how = Arrays.stream(How.values())
                .filter(h -> h.word().equals(row.get("how")))
                .findFirst()
                .orElse(null);
        if (how == null) {
            return null;
        }
        boolean mapped = VALUES.contains(how);
        if (mapped || !row.get("constant").isEmpty()) {
            oneOf(row, "constant", mapped ? RuleTable.CONSTANTS : List.of(""));
        }
        if (how != How.COUNT && how != How.ITEM && row.get("element").isEmpty() != (how == How.YES)) {
            problems.add(row.problem(
                    "element",
                    "ELEMENT",
                    how == How.YES ? "'yes' is said by the record, not by an element" : "'element' is empty",
                    how == How.YES ? "leave 'element' empty, and say which records in 'when'" : "name the element"));
        }
        String path = row.get("fact");
        CrosswalkRow.Items items = how == How.ITEM
                ? items(row)
                : CrosswalkRow.Items.of(
                        dictionary.type(path.contains(".") ? path.substring(0, path.indexOf('.')) : ""));
        Fact fact = how == How.ITEM ? null : fact(row, how);
        CrosswalkRow.When when = when(row);
        return problems.size() > before
                ? null
                : new CrosswalkRow(
                        row.get("format"),
                        row.get("record"),
                        row.get("element"),
                        row.get("name"),
                        how,
                        fact,
                        fact == null && how != How.ITEM ? null : items,
                        row.get("codes"),
                        when,
                        row.get("constant").equals("believe"),
                        row.get("source"));
    }

    private void oneOf(Table.Row row, String column, List<String> allowed) {
        String written = row.get(column);
        if (!allowed.contains(written)) {
            String nearest = written.isEmpty() ? null : Suggestion.didYouMean(written, allowed);
            problems.add(row.problem(
                    column,
                    "VALUE",
                    written.isEmpty()
                            ? "'" + column + "' is empty"
                            : "'" + written + "' may not stand in '" + column + "'",
                    nearest != null
                            ? nearest
                            : allowed.equals(List.of(""))
                                    ? "leave '" + column + "' empty: only "
                                            + String.join(
                                                    ", ",
                                                    VALUES.stream()
                                                            .map(How::word)
                                                            .toList())
                                            + " have it"
                                    : "write " + String.join(", ", allowed)));
        }
    }

    private @Nullable Fact fact(Table.Row row, How how) {
        String path = row.get("fact");
        boolean needed = VALUES.contains(how) || how == How.KEY;
        if (path.isEmpty() || !needed) {
            if (needed) {
                problems.add(row.problem("fact", "MISSING", "'fact' is empty", "name the fact, as student.gradeLevel"));
            } else if (!path.isEmpty()) {
                problems.add(
                        row.problem("fact", "FACT", "a row of this kind gives no fact a value", "leave 'fact' empty"));
            }
            return null;
        }
        String owner = path.contains(".") ? path.substring(0, path.indexOf('.')) : "";
        String name = path.substring(path.indexOf('.') + 1);
        EntityType type = dictionary.type(owner);
        Fact fact = type == null ? null : type.fact(name);
        if (dictionary.isRed(owner, name)) {
            problems.add(row.problem(
                    "fact",
                    "CLASS",
                    "'" + path + "' is RED: no case may hold it",
                    "write 'refuse' in the column 'how'"));
            return null;
        }
        boolean isOfItem = CrosswalkRow.Items.of(type) != null;
        if (type == null || fact == null || fact.derived() || !(type.isSingle() || isOfItem)) {
            Set<String> known = new TreeSet<>();
            dictionary.types().stream()
                    .filter(t -> t.isSingle() || CrosswalkRow.Items.of(t) != null)
                    .forEach(t -> t.facts().stream().filter(f -> !f.derived()).forEach(f -> known.add(f.path())));
            problems.add(row.problem(
                    "fact",
                    "FACT",
                    fact == null
                            ? "'" + path + "' is no fact of facts/"
                            : "'" + path + "' is not a fact that a case says of one student",
                    fact == null
                            ? Suggestion.didYouMean(path, known)
                            : "map a fact of the student that is not worked out"));
            return null;
        }
        if (isOfItem ? how != How.READ && how != How.ON_DAY : how == How.ON_DAY) {
            problems.add(row.problem(
                    "fact",
                    "FACT",
                    "'" + how.word() + "' fits "
                            + (isOfItem
                                    ? "a fact of the student only, and not one of an item"
                                    : "a fact of an item only"),
                    isOfItem ? "write 'read'" : "name a fact of an item, as suspension.grade"));
            return null;
        }
        if (how == How.YES && fact.type() != FactType.YES_NO) {
            problems.add(
                    row.problem("fact", "FACT", "'yes' fits a yes-no fact only", "write 'read' and a list of codes"));
            return null;
        }
        if (how == How.COUNT && fact.type() != FactType.NUMBER && fact.type() != FactType.WHOLE_NUMBER) {
            problems.add(
                    row.problem("fact", "FACT", "'count' fits a number only", "name a fact that is a number of days"));
            return null;
        }
        return fact;
    }

    private CrosswalkRow.@Nullable Items items(Table.Row row) {
        String path = row.get("fact");
        Set<String> known = new TreeSet<>();
        for (EntityType type : dictionary.types()) {
            CrosswalkRow.Items items = CrosswalkRow.Items.of(type);
            if (items != null && items.path().equals(path)) {
                return items;
            } else if (items != null) {
                known.add(items.path());
            }
        }
        String nearest = path.isEmpty() ? null : Suggestion.didYouMean(path, known);
        problems.add(row.problem(
                "fact",
                path.isEmpty() ? "MISSING" : "FACT",
                path.isEmpty() ? "'fact' is empty" : "'" + path + "' is no list of a student",
                nearest != null ? nearest : "name the list, as " + String.join(" or ", known)));
        return null;
    }

    private CrosswalkRow.@Nullable When when(Table.Row row) {
        String text = row.get("when");
        if (text.isEmpty()) {
            return null;
        }
        boolean not = text.contains(" != ");
        String[] parts = text.split(not ? " != " : " = ", 2);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            problems.add(row.problem(
                    "when",
                    "CONDITION",
                    "'when' is not a condition that can be read",
                    "write element = code, or element != code | code"));
            return null;
        }
        List<String> codesOf = new ArrayList<>();
        for (String code : parts[1].split("\\|")) {
            codesOf.add(code.strip());
        }
        return new CrosswalkRow.When(parts[0].strip(), !not, List.copyOf(codesOf));
    }
}
