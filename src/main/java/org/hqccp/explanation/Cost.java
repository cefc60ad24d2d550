package org.hqccp.explanation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * How much a set of edits asks. Fewer places come first; then what moves least; then a fixed order, so that there is one smallest change.
 *
 * @param places facts that change, and items that are added
 * @param move how far: a yes or no, or a set, 1; a number or an ordered code as far as it moves; a new item 1 for each thing it says;
 *     another code 3
 * @param edits single edits: each element of a set counts
 * @param taken elements taken out of sets: to add is better than to take away
 * @param order the edits' keys, sorted
 */
record Cost(int places, BigDecimal move, int edits, int taken, String order) implements Comparable<Cost> {
    private static final Comparator<Cost> ORDER = Comparator.comparingInt(Cost::places)
            .thenComparing(Cost::move)
            .thenComparingInt(Cost::edits)
            .thenComparingInt(Cost::taken)
            .thenComparing(Cost::order);
    private static final BigDecimal ANOTHER_CODE = BigDecimal.valueOf(3);

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }

    static Cost of(List<CaseEdit> edits, Entity original) {
        Set<String> news = CaseEdit.newItems(edits, original);
        Set<String> sets = new HashSet<>();
        int places = 0;
        int taken = 0;
        BigDecimal move = BigDecimal.ZERO;
        for (CaseEdit edit : edits) {
            if (edit instanceof CaseEdit.Element element && !element.added()) {
                taken++;
            }
            if (news.contains(edit.at())) {
                move = move.add(BigDecimal.ONE);
            } else if (!(edit instanceof CaseEdit.Element) || sets.add(edit.pointer())) {
                places++;
                move = move.add(distance(original, edit));
            }
        }
        String order = edits.stream().map(CaseEdit::key).sorted().collect(Collectors.joining("\n"));
        return new Cost(places, move, edits.size(), taken, order);
    }

    private static BigDecimal distance(Entity original, CaseEdit edit) {
        if (edit instanceof CaseEdit.Item item) {
            return BigDecimal.valueOf(Math.max(1, item.says().size()));
        }
        return edit instanceof CaseEdit.Value value
                ? far(
                        value.fact(),
                        Pointers.find(original, value.at()).get(value.fact().slot()),
                        value.to())
                : BigDecimal.ONE;
    }

    private static BigDecimal far(Fact fact, @Nullable Object from, Object to) {
        if (fact.type().isNumber() && from != null) {
            return Thresholds.decimal(to).subtract(Thresholds.decimal(from)).abs();
        }
        if (to instanceof Boolean) {
            return BigDecimal.ONE;
        }
        return fact.ordered()
                ? BigDecimal.valueOf(Math.abs(fact.rank(String.valueOf(to)) - fact.rank(String.valueOf(from))))
                : ANOTHER_CODE;
    }
}
