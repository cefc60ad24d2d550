package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Finds what differs in how the files of a district are read: rows of the crosswalk, and codes. */
final class CrosswalkDifferences {
    private final Consumer<Difference> found;

    CrosswalkDifferences(Consumer<Difference> found) {
        this.found = found;
    }

    void find(RuleSet before, RuleSet after) {
        if (texts(before).equals(texts(after))) {
            return;
        }
        Crosswalk old = Crosswalk.of(before);
        Crosswalk young = Crosswalk.of(after);
        Map<String, List<CrosswalkRow>> then = places(old);
        Map<String, List<CrosswalkRow>> now = places(young);
        TreeSet<String> places = new TreeSet<>(then.keySet());
        places.addAll(now.keySet());
        places.forEach(place -> rows(place, then.getOrDefault(place, List.of()), now.getOrDefault(place, List.of())));
        codes(old, young);
    }

    private static List<@Nullable String> texts(RuleSet ruleSet) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(ruleSet.files().get("crosswalk.csv"));
        texts.add(ruleSet.files().get("crosswalk-codes.csv"));
        return texts;
    }

    /** The rows of each element of each format. */
    private static Map<String, List<CrosswalkRow>> places(Crosswalk crosswalk) {
        Map<String, List<CrosswalkRow>> places = new TreeMap<>();
        crosswalk
                .rows()
                .forEach(row -> places.computeIfAbsent(row.format() + " " + row.place(), p -> new ArrayList<>())
                        .add(row));
        return places;
    }

    /** An element may have several rows: each is held against the one that is most like it. */
    private void rows(String place, List<CrosswalkRow> before, List<CrosswalkRow> after) {
        List<CrosswalkRow> old = new ArrayList<>(before);
        List<CrosswalkRow> young = new ArrayList<>(after);
        for (CrosswalkRow row : before) {
            if (young.remove(row)) {
                old.remove(row);
            }
        }
        for (CrosswalkRow row : List.copyOf(old)) {
            CrosswalkRow like = like(row, young);
            if (like != null) {
                old.remove(row);
                young.remove(like);
                changed(place, row, like);
            }
        }
        old.forEach(row -> tell(place, row, "is gone: it " + CrosswalkWords.of(row) + "."));
        young.forEach(row -> tell(place, row, "is new: it " + CrosswalkWords.of(row) + "."));
    }

    private static @Nullable CrosswalkRow like(CrosswalkRow row, List<CrosswalkRow> among) {
        return among.stream()
                .filter(r -> r.how() == row.how() && Objects.equals(path(r), path(row)))
                .findFirst()
                .orElse(among.isEmpty() ? null : among.get(0));
    }

    private static @Nullable String path(CrosswalkRow row) {
        return row.fact() != null
                ? row.fact().path()
                : row.items() == null ? null : row.items().path();
    }

    private void changed(String place, CrosswalkRow old, CrosswalkRow young) {
        String then = CrosswalkWords.of(old);
        String now = CrosswalkWords.of(young);
        if (!then.equals(now)) {
            tell(place, young, "before: it " + then + "; now it " + now + ".");
        }
        if (!old.name().equals(young.name())) {
            tell(place, young, "its name: " + TextDifference.of(old.name(), young.name()) + ".");
        }
        rests(old.source(), young.source()).forEach(says -> tell(place, young, says));
    }

    private void tell(String place, CrosswalkRow row, String says) {
        found.accept(new Difference("crosswalk", place + " (" + row.name() + ")", says));
    }

    private static List<String> rests(String old, String young) {
        return old.equals(young)
                ? List.of()
                : List.of("rested on " + sources(old) + "; now rests on " + sources(young) + ".");
    }

    private static String sources(String written) {
        return written.isEmpty() ? "nothing" : written;
    }

    private void codes(Crosswalk before, Crosswalk after) {
        Map<String, Crosswalk.Code> old = codes(before);
        Map<String, Crosswalk.Code> young = codes(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        for (String name : names) {
            Crosswalk.Code then = old.get(name);
            Crosswalk.Code now = young.get(name);
            if (then == null && now != null) {
                code(name, "is new: it " + CrosswalkWords.of(now) + ".");
            } else if (then != null && now == null) {
                code(name, "is gone: it " + CrosswalkWords.of(then) + ".");
            } else if (then != null && now != null) {
                if (!then.value().equals(now.value())) {
                    code(name, "before: it " + CrosswalkWords.of(then) + "; now it " + CrosswalkWords.of(now) + ".");
                } else if (!then.meaning().equals(now.meaning())) {
                    code(name, "its meaning: " + TextDifference.of(then.meaning(), now.meaning()) + ".");
                }
                rests(then.source(), now.source()).forEach(says -> code(name, says));
            }
        }
    }

    private static Map<String, Crosswalk.Code> codes(Crosswalk crosswalk) {
        Map<String, Crosswalk.Code> all = new LinkedHashMap<>();
        crosswalk
                .codes()
                .forEach((list, codes) -> codes.forEach((code, meaning) -> all.put(list + " " + code, meaning)));
        return all;
    }

    private void code(String name, String says) {
        found.accept(new Difference("crosswalk code", name, says));
    }
}
