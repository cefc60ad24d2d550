package org.hqccp.testcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.verification.RuleReading;
import org.hqccp.verification.Steps;
import org.jspecify.annotations.Nullable;

/** The changes of a case that could matter to a rule: each fact it reads with every value that could make a difference. */
final class CaseChanges {
    private static final int MOST_ELEMENTS = 6;
    private final RuleReading reading;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Set<Object> constants = new LinkedHashSet<>();
    private final Rule rule;

    CaseChanges(Rule rule, RuleSet ruleSet) {
        this.rule = rule;
        this.reading = RuleReading.of(rule, ruleSet);
        facts.putAll(reading.facts());
        for (EntityType type : ruleSet.dictionary().types()) {
            Fact clock = type.fact(rule.clock().fact());
            boolean near = type == rule.subject()
                    || type.isSingle()
                    || type == ruleSet.dictionary().root();
            if (clock != null && !clock.derived() && near) {
                facts.put(clock.path(), clock);
            }
        }
        for (Expr text : reading.texts()) {
            Paths.walk(text, part -> {
                if (part instanceof Expr.Constant constant) {
                    constants.add(constant.value());
                } else if (part instanceof Expr.In in) {
                    in.among().forEach(c -> constants.add(c.value()));
                }
            });
        }
        for (Parameter parameter : reading.parameters().values()) {
            for (Parameter.Period period : parameter.periods()) {
                if (period.value() instanceof Set<?> set) {
                    constants.addAll(set);
                } else if (!(period.value() instanceof Unknown)) {
                    constants.add(period.value());
                }
            }
        }
    }

    /** The given facts that could matter. */
    Map<String, Fact> facts() {
        return facts;
    }

    /** The values the rule speaks of. */
    Set<Object> named() {
        return constants;
    }

    RuleReading reading() {
        return reading;
    }

    /** Every single change of a case. */
    List<CaseChange> of(Entity root) {
        List<CaseChange> changes = new ArrayList<>();
        for (Fact fact : facts.values()) {
            List<Entity> things = things(root, fact.entity());
            for (int i = 0; i < Math.min(MOST_ELEMENTS, things.size()); i++) {
                Entity entity = things.get(i);
                if (fact.name().equals(entity.type().key())) {
                    continue;
                }
                for (Object value : values(fact, root, entity.get(fact.slot()))) {
                    changes.add(new CaseChange.Value(entity.type(), i, fact, value));
                }
            }
        }
        for (EntityType list : reading.lists()) {
            EntityType holder = list.parent();
            if (holder != null && !list.isExtension() && !holder.isExtension()) {
                List<Entity> things = Reaching.all(root, holder);
                for (int i = 0; i < Math.min(MOST_ELEMENTS, things.size()); i++) {
                    lists(changes, things.get(i), i, list);
                }
            }
        }
        return changes;
    }

    /** Every thing of a case that has a fact. */
    static List<Entity> things(Entity root, String entity) {
        for (EntityType type : types(root.type())) {
            if (type.name().equals(entity)) {
                return Reaching.all(root, type);
            }
        }
        return List.of();
    }

    private static List<EntityType> types(EntityType type) {
        List<EntityType> types = new ArrayList<>();
        types.add(type);
        type.children().forEach(child -> types.addAll(types(child)));
        return types;
    }

    private static void lists(List<CaseChange> changes, Entity holder, int place, EntityType list) {
        List<Entity> now = holder.elements(list);
        EntityType type = holder.type();
        changes.add(new CaseChange.Listed(type, place, list, null, null, false));
        changes.add(new CaseChange.Listed(type, place, list, null, null, true));
        for (int i = 0; now != null && list.key() == null && i < Math.min(MOST_ELEMENTS, now.size()); i++) {
            changes.add(new CaseChange.Listed(type, place, list, i, null, true));
            changes.add(new CaseChange.Listed(type, place, list, null, i, true));
        }
    }

    /** What a fact could say: the values the rule speaks of, those of the case, and those right beside them. */
    private Set<Object> values(Fact fact, Entity root, @Nullable Object now) {
        Set<Object> values = new LinkedHashSet<>();
        FactType type = fact.type();
        if (type == FactType.YES_NO) {
            values.add(true);
            values.add(false);
        } else if (type == FactType.ONE_OF) {
            values.addAll(fact.values().keySet());
        } else if (type.isNumber() || type.isOfTime()) {
            if (fact.name().equals(rule.clock().fact())) {
                days(fact, values);
            }
            for (Object each : measures(root)) {
                near(each, fact, values);
            }
        } else if (type == FactType.TEXT) {
            constants.stream().filter(String.class::isInstance).forEach(values::add);
            facts.values().stream()
                    .filter(f -> f.type() == FactType.TEXT)
                    .forEach(f -> things(root, f.entity()).stream()
                            .map(e -> e.get(f.slot()))
                            .filter(String.class::isInstance)
                            .forEach(values::add));
        } else {
            sets(fact, now, values);
        }
        values.add(Unknown.NOT_GIVEN);
        if (now != null && !(now instanceof Unknown)) {
            values.remove(now);
        }
        if (fact.path().equals("case.asOf")) {
            values.remove(Unknown.NOT_GIVEN);
        }
        return values;
    }

    /** The days on which the rule begins and ends, and those beside them. */
    private void days(Fact clock, Set<Object> values) {
        List<LocalDate> days = new ArrayList<>(List.of(rule.from()));
        LocalDate to = rule.to();
        if (to != null) {
            days.add(to);
            days.add(to.plusDays(1));
        }
        days.forEach(day -> near(clock.type().isDate() ? day : (Object) (long) day.getYear(), clock, values));
    }

    private Set<Object> measures(Entity root) {
        Set<Object> measures = new LinkedHashSet<>(constants);
        for (Fact fact : facts.values()) {
            things(root, fact.entity()).forEach(e -> {
                Object value = e.get(fact.slot());
                if (value != null && !(value instanceof Unknown) && !(value instanceof Set)) {
                    measures.add(value);
                }
            });
        }
        return measures;
    }

    /** A value and those one step beside it, as this fact would hold them. */
    private static void near(Object each, Fact fact, Set<Object> values) {
        Object value = as(each, fact.type());
        if (value == null) {
            return;
        }
        for (Object beside :
                new Object[] {value, Steps.next(value, fact.type(), false), Steps.next(value, fact.type(), true)}) {
            if (beside != null && fits(beside, fact)) {
                values.add(beside);
            }
        }
    }

    private static boolean fits(Object value, Fact fact) {
        if (!fact.type().isNumber() && fact.type() != FactType.SET_OF_NUMBERS) {
            return true;
        }
        BigDecimal number = new BigDecimal(value.toString());
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
    }

    private static @Nullable Object as(Object value, FactType type) {
        if (type == FactType.WHOLE_NUMBER) {
            return value instanceof Long
                    ? value
                    : value instanceof BigDecimal number ? (Object) number.longValue() : null;
        } else if (type == FactType.NUMBER) {
            return value instanceof Long whole ? BigDecimal.valueOf(whole) : value instanceof BigDecimal ? value : null;
        } else if (type.isDate()) {
            return value instanceof LocalDate day ? (type == FactType.MONTH ? day.withDayOfMonth(1) : day) : null;
        }
        boolean fits =
                value instanceof String text && (type == FactType.TIME ? Dates.isTime(text) : Dates.isMonthDay(text));
        return fits ? value : null;
    }

    private void sets(Fact fact, @Nullable Object now, Set<Object> values) {
        Set<String> before = new TreeSet<>();
        if (now instanceof Set<?> set) {
            set.forEach(e -> before.add(String.valueOf(e)));
        }
        Set<String> elements = new LinkedHashSet<>(fact.values().keySet());
        constants.stream()
                .filter(c -> fact.type() == FactType.SET_OF_NUMBERS ? c instanceof Long : c instanceof String)
                .map(String::valueOf)
                .filter(c -> fact.type() != FactType.SET_OF || fact.values().containsKey(c))
                .filter(c -> fact.type() != FactType.SET_OF_NUMBERS || fits(Long.valueOf(c), fact))
                .forEach(elements::add);
        for (String element : elements) {
            Set<String> after = new TreeSet<>(before);
            if (!after.remove(element)) {
                after.add(element);
            }
            values.add(after);
        }
        values.add(new TreeSet<String>());
    }
}
