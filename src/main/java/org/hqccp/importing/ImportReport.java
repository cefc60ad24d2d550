package org.hqccp.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an import read, dropped and did not understand. Lines about single rows go out as they come; what is counted comes at the end.
 */
public final class ImportReport {
    /** Rarer codes are not shown: a value typed into the wrong column could tell of one person. */
    private static final long FEWEST_TO_SHOW = 10;

    private static final int MOST_CODES = 100;
    private static final int LONGEST_CODE = 60;
    private static final int MOST_NAMES = 2_000;

    private final Consumer<Noted> lines;
    private final Map<Kind, Long> times = new EnumMap<>(Kind.class);
    private final Map<String, Long> recordsRead = new TreeMap<>();
    private final Map<String, Long> passedOver = new TreeMap<>();
    private final Map<String, Long> known = new TreeMap<>();
    private final Map<Column, Noted> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> codes = new TreeMap<>();
    private final List<Noted> first = new ArrayList<>();
    private final List<Noted> notCounted = new ArrayList<>();
    private long students;
    private long records;

    private record Column(Kind kind, String file, String element) {}

    /** @param lines gets each line of the report */
    public ImportReport(Consumer<Noted> lines) {
        this.lines = lines;
    }

    void note(Kind kind, String file, long row, int column, @Nullable String element, String message) {
        line(new Noted(kind, file, row, column, element, 1, message));
    }

    /** The same of an element of a record. */
    void note(Kind kind, Scope record, String element, String place, String message) {
        note(kind, record.file(), record.row(), record.column(element), place, message);
    }

    /** A count that stays unknown for one reason, of so many students. */
    void notCounted(String record, String element, long met, String message) {
        Noted noted = new Noted(Kind.NOT_COUNTED, record, 0, 0, element, met, message);
        notCounted.add(noted);
        line(noted);
    }

    private void line(Noted noted) {
        times.merge(noted.kind(), noted.times(), Long::sum);
        if (noted.kind().isLoss() && first.size() < 20) {
            first.add(noted);
        }
        lines.accept(noted);
    }

    /** A column or element that is not used, met so often. Told once, at the end. */
    void column(Kind kind, String file, String element, long met, String message) {
        Column key = new Column(kind, file, element);
        if (columns.containsKey(key) || columns.size() < MOST_NAMES) {
            columns.merge(
                    key,
                    new Noted(kind, file, 0, 0, element, met, message),
                    (a, b) -> new Noted(kind, file, 0, 0, element, a.times() + b.times(), message));
        }
    }

    /** A value that no list holds. It is counted, and shown only if many have it. */
    void code(Scope record, String element, String place, String code) {
        note(Kind.NOT_UNDERSTOOD, record, element, place, "the value is not in the crosswalk: unknown");
        Map<String, Long> of = codes.computeIfAbsent(place, e -> new TreeMap<>());
        String shown = code.length() > LONGEST_CODE || (of.size() >= MOST_CODES && !of.containsKey(code)) ? "" : code;
        of.merge(shown, 1L, Long::sum);
    }

    void read(String record) {
        records++;
        recordsRead.merge(record, 1L, Long::sum);
    }

    /** How many records were read so far. */
    public long records() {
        return records;
    }

    void passedOver(String record) {
        passedOver.merge(record, 1L, Long::sum);
    }

    void known(String fact) {
        known.merge(fact, 1L, Long::sum);
    }

    /** Tells what was counted. */
    void finish(long all) {
        students = all;
        recordsRead.forEach((record, met) -> line(new Noted(Kind.READ, "", 0, 0, record, met, "read")));
        passedOver.forEach((record, met) -> line(new Noted(
                Kind.PASSED_OVER, "", 0, 0, record, met, "over, taken back, or about no student: passed over")));
        columns.values().forEach(this::line);
    }

    public long students() {
        return students;
    }

    /** How often each kind of thing was met. */
    public long times(Kind kind) {
        return times.getOrDefault(kind, 0L);
    }

    /** Records read, by kind of record. */
    public Map<String, Long> recordsRead() {
        return recordsRead;
    }

    /** Records not taken because they are over, taken back or about no student, by kind of record. */
    public Map<String, Long> passedOver() {
        return passedOver;
    }

    /** Of how many students each fact is known. */
    public Map<String, Long> known() {
        return known;
    }

    /** Columns and elements that were not used. */
    public List<Noted> columns() {
        return List.copyOf(columns.values());
    }

    /** Counts that stay unknown, each with its reason. */
    public List<Noted> notCounted() {
        return List.copyOf(notCounted);
    }

    /** The first losses. */
    public List<Noted> firstLosses() {
        return List.copyOf(first);
    }

    /** Codes no list holds, by element: those that many rows have, and under an empty name the number of all others. */
    public Map<String, Map<String, Long>> unknownCodes() {
        Map<String, Map<String, Long>> shown = new TreeMap<>();
        codes.forEach((element, of) -> of.forEach((code, met) -> shown.computeIfAbsent(element, e -> new TreeMap<>())
                .merge(met >= FEWEST_TO_SHOW ? code : "", met, Long::sum)));
        return shown;
    }

    /** Whether anything is missing from the cases that the files hold. */
    public boolean hasLosses() {
        return times.keySet().stream().anyMatch(Kind::isLoss);
    }
}
