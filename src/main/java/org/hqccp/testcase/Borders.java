package org.hqccp.testcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** Of all the changes of one case, those at which the answer turns: both sides of each number and day, each code the rule names, each fact missing. */
final class Borders {
    private static final Comparator<Object> ORDER = (a, b) -> a instanceof LocalDate day && b instanceof LocalDate other
            ? day.compareTo(other)
            : a instanceof Number && b instanceof Number
                    ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()))
                    : a.toString().compareTo(b.toString());

    private final Draft start;
    private final Set<Object> named;
    private final Function<Draft, @Nullable String> status;
    private final Set<String> shown;
    private final List<Draft> found = new ArrayList<>();

    /** One change with what the rule comes to. */
    private record Tried(CaseChange change, String status) {}

    private Borders(Draft start, Set<Object> named, Function<Draft, @Nullable String> status, Set<String> shown) {
        this.start = start;
        this.named = named;
        this.status = status;
        this.shown = shown;
    }

    /**
     * The changed cases that show a border.
     *
     * @param named the values the rule names
     * @param status what the rule comes to; none where it comes to several things
     * @param shown the borders that are shown already; gets those found
     */
    static List<Draft> of(
            Draft start,
            List<CaseChange> changes,
            Set<Object> named,
            Function<Draft, @Nullable String> status,
            Set<String> shown) {
        Borders borders = new Borders(start, named, status, shown);
        String now = status.apply(start);
        if (now != null) {
            Map<String, List<CaseChange>> byTarget = new LinkedHashMap<>();
            changes.forEach(c ->
                    byTarget.computeIfAbsent(c.target(), t -> new ArrayList<>()).add(c));
            byTarget.values().forEach(each -> borders.of(each, now));
        }
        return borders.found;
    }

    private void of(List<CaseChange> changes, String now) {
        List<Tried> tried = new ArrayList<>();
        for (CaseChange change : changes) {
            String then = status.apply(start.with(change));
            if (then != null) {
                tried.add(new Tried(change, then));
            }
        }
        boolean measured = changes.get(0) instanceof CaseChange.Value value
                && isMeasured(value.fact().type());
        if (measured) {
            turns(tried, now);
        } else {
            codes(tried, now);
        }
        tried.stream().filter(t -> isMissing(t.change())).forEach(this::take);
    }

    private static boolean isMeasured(FactType type) {
        return type.isNumber() || type.isDate() || type == FactType.MONTH_DAY;
    }

    private static boolean isMissing(CaseChange change) {
        return change instanceof CaseChange.Value value
                ? value.to() instanceof Unknown
                : change instanceof CaseChange.Listed listed && !listed.known();
    }

    /** Both sides of each turn along a number or the days. */
    private void turns(List<Tried> tried, String now) {
        List<Tried> along = new ArrayList<>();
        for (Tried each : tried) {
            if (!isMissing(each.change())) {
                along.add(each);
            }
        }
        if (tried.isEmpty() || !(tried.get(0).change() instanceof CaseChange.Value value)) {
            return;
        }
        Entity own = Reaching.all(start.root(), value.type()).get(value.place());
        Object said = own.get(value.fact().slot());
        if (said != null && !(said instanceof Unknown)) {
            along.add(new Tried(new CaseChange.Value(value.type(), value.place(), value.fact(), said), now));
        }
        along.sort(Comparator.comparing(t -> ((CaseChange.Value) t.change()).to(), ORDER));
        for (int i = 0; i + 1 < along.size(); i++) {
            if (!along.get(i).status().equals(along.get(i + 1).status())) {
                take(along.get(i));
                take(along.get(i + 1));
            }
        }
    }

    /** Each value the rule names, and one other for each other answer. */
    private void codes(List<Tried> tried, String now) {
        Set<String> seen = new LinkedHashSet<>(Set.of(now));
        for (Tried each : tried) {
            boolean missing = isMissing(each.change());
            boolean isNamed = each.change() instanceof CaseChange.Value value && named.contains(value.to());
            if (!missing && (isNamed || !seen.contains(each.status()))) {
                take(each);
                seen.add(each.status());
            }
        }
    }

    private void take(Tried tried) {
        if (shown.add(tried.change().words())) {
            found.add(start.with(tried.change()));
        }
    }
}
