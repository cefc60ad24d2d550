package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.decision.Change;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** Puts edits into words and into the values that cases hold: one edit for each place, by pointer. */
final class ChangeWords {
    private static final int MOST_LABELS = 3;
    private final Entity original;

    ChangeWords(Entity original) {
        this.original = original;
    }

    Change change(String ruleId, String subject, ChangeSearch.Found found) {
        NoChange why = found.why();
        return new Change(
                ruleId,
                subject,
                edits(found.edits()),
                found.outcome(),
                why == null ? null : reason(why, found.unknown()));
    }

    private static String reason(NoChange why, List<String> unknown) {
        List<String> few = unknown.subList(0, Math.min(unknown.size(), MOST_LABELS));
        return few.isEmpty() ? why.sentence() : why.sentence() + EditSentences.and(few) + ".";
    }

    private List<Change.Edit> edits(List<CaseEdit> edits) {
        Entity after = EditedCase.of(original, edits).root();
        Set<String> news = CaseEdit.newItems(edits, original);
        Map<String, List<CaseEdit>> places = new TreeMap<>();
        for (CaseEdit edit : edits) {
            if (!(edit instanceof CaseEdit.Item) && !news.contains(edit.at())) {
                places.computeIfAbsent(edit.pointer(), p -> new ArrayList<>()).add(edit);
            }
        }
        List<Change.Edit> written = new ArrayList<>();
        places.values().forEach(same -> written.add(fact(same, after)));
        Map<String, Integer> same = new LinkedHashMap<>();
        for (String pointer : news) {
            Entity item = Pointers.find(after, pointer);
            String sentence = EditSentences.item(item, said(item));
            int before = same.merge(sentence, 1, Integer::sum);
            String list = pointer.substring(0, pointer.lastIndexOf('/') + 1);
            written.add(new Change.Edit(
                    list + "-",
                    holder(item) + "." + item.type().jsonKey(),
                    item.type().label(),
                    null,
                    said(item),
                    before == 1 ? sentence : sentence.replaceFirst("one", "one more")));
        }
        return List.copyOf(written);
    }

    private static String holder(Entity item) {
        Entity holder = item.parent();
        return holder == null ? "" : holder.path();
    }

    /** The edits of one fact. */
    private Change.Edit fact(List<CaseEdit> same, Entity after) {
        CaseEdit first = same.get(0);
        Fact fact = first instanceof CaseEdit.Value value ? value.fact() : ((CaseEdit.Element) first).fact();
        Entity before = Pointers.find(original, first.at());
        Object from = written(fact, before.get(fact.slot()));
        Object to = written(fact, Pointers.find(after, first.at()).get(fact.slot()));
        String sentence = first instanceof CaseEdit.Value value
                ? EditSentences.value(before, fact, value.to())
                : EditSentences.set(
                        before,
                        fact,
                        same.stream().map(CaseEdit.Element.class::cast).toList());
        return new Change.Edit(first.pointer(), before.path() + "." + fact.name(), fact.label(), from, to, sentence);
    }

    /** What a new item says, by name. */
    private static SortedMap<String, Object> said(Entity item) {
        SortedMap<String, Object> said = new TreeMap<>();
        for (Fact fact : item.type().facts()) {
            Object value = fact.derived() ? null : written(fact, item.get(fact.slot()));
            if (value != null && !(value instanceof Unknown)) {
                said.put(fact.name(), value);
            }
        }
        return said;
    }

    /** A value as cases hold it: a set of numbers holds numbers. */
    private static @Nullable Object written(Fact fact, @Nullable Object value) {
        return value instanceof Set<?> set && fact.type() == FactType.SET_OF_NUMBERS
                ? set.stream()
                        .map(each -> Long.valueOf(String.valueOf(each)))
                        .sorted()
                        .toList()
                : value;
    }
}
