package org.hqccp.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.ruleset.CrosswalkRow;
import org.jspecify.annotations.Nullable;

/** Records that others look up by their id, such as the names of schools. Only what is looked up is held. */
final class Lookups {
    private static final int MOST = 500_000;

    /** Looked up and there, but of another kind than asked for: it says nothing. */
    private static final String OF_ANOTHER_KIND = "";

    /** An id with two names: neither is believed. No text is so. */
    private static final String CONTESTED = "\n";

    private final Map<String, Map<String, String>> names = new HashMap<>();
    private final Map<Set<String>, Keys> pool = new HashMap<>();

    /** Ids that a student has, to be looked up when all files are read. */
    record Keys(Set<String> ids) {}

    /** What a student's ids lead to. */
    sealed interface Found {
        record Names(Set<String> names) implements Found {}

        /** An id that no record has. */
        record Missing() implements Found {}
    }

    void add(CrosswalkRow key, CrosswalkRow value, Scope record, boolean isOfKind, ImportReport report) {
        List<String> id = record.get(key.elements().get(0));
        List<String> name = record.get(value.elements().get(0));
        Map<String, String> of = names.computeIfAbsent(key.record() + "." + value.element(), r -> new HashMap<>());
        if (id.size() != 1 || (isOfKind && (name.size() != 1 || !Meanings.isText(name.get(0))))) {
            report.note(Kind.BAD_ROW, record.file(), record.row(), 0, key.place(), "it has no id or no name: left out");
            return;
        }
        String written = isOfKind ? name.get(0) : OF_ANOTHER_KIND;
        String before = of.get(id.get(0));
        if (before == null && of.size() < MOST) {
            of.put(id.get(0), written);
        } else if (before != null && !before.equals(written) && !before.equals(CONTESTED)) {
            report.note(
                    Kind.CONTRADICTION,
                    record.file(),
                    record.row(),
                    0,
                    value.place(),
                    "a second name for the same id: what looks it up is unknown");
            of.put(id.get(0), CONTESTED);
        }
    }

    /** One object for all students of the same ids. */
    Keys keys(Set<String> ids) {
        return pool.computeIfAbsent(ids, Keys::new);
    }

    Keys both(Keys a, Keys b) {
        if (a.ids().containsAll(b.ids())) {
            return a;
        }
        Set<String> all = new TreeSet<>(a.ids());
        all.addAll(b.ids());
        return keys(all);
    }

    Found find(String where, Keys keys) {
        Map<String, String> of = names.getOrDefault(where, Map.of());
        Set<String> found = new TreeSet<>();
        for (String id : keys.ids()) {
            String name = of.get(id);
            if (name == null || name.equals(CONTESTED)) {
                return new Found.Missing();
            }
            if (!name.equals(OF_ANOTHER_KIND)) {
                found.add(name);
            }
        }
        return new Found.Names(found);
    }

    @Nullable
    String only(Found found) {
        return found instanceof Found.Names some && some.names().size() == 1
                ? some.names().iterator().next()
                : null;
    }
}
