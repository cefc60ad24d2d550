package org.hqccp.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.DerivedReader;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Random cases from the facts dictionary alone: every type, its allowed values and bounds, lists of 0 to 3 elements, unknowns at several
 * rates. One case in three is drawn afresh; the others begin with one of the policy's test cases, where outcomes are close, and change a
 * few facts of it.
 */
final class RandomCases {
    private static final double[] UNKNOWN_RATES = {0, 0, 0, 0.02, 0.1, 0.3, 0.7};
    private static final int MOST_EDITS = 8;
    private final FactValues values;
    private final Map<String, List<byte[]>> begun = new TreeMap<>();
    private final Map<String, Set<String>> read = new TreeMap<>();

    RandomCases() {
        this.values = new FactValues(Policy.RULE_SET);
        Policy.CASES.forEach(file -> file.cases()
                .forEach(each -> begun.computeIfAbsent(file.decision(), d -> new ArrayList<>())
                        .add(each.caseJson())));
    }

    /** The full names of the facts that rules of a decision read, directly or through derived facts. */
    Set<String> readBy(String decision) {
        return read.computeIfAbsent(decision, name -> {
            Map<String, DerivedFact> derived = new TreeMap<>();
            Policy.RULE_SET.derived().forEach(d -> derived.put(d.fact().path(), d));
            Set<String> facts = new TreeSet<>();
            for (Rule rule : Policy.RULE_SET.rulesOf(name)) {
                for (Expr expr : new @Nullable Expr[] {rule.test(), rule.appliesTo(), rule.developing()}) {
                    DerivedReader.reads(expr, derived).forEach(f -> facts.add(f.path()));
                }
            }
            return facts;
        });
    }

    FactValues values() {
        return values;
    }

    /** A case that a decision can be asked about. */
    Entity next(String decision, Random random) {
        List<byte[]> cases = begun.getOrDefault(decision, List.of());
        Entity root = cases.isEmpty() || random.nextInt(3) == 0
                ? fresh(random)
                : edited(CaseJson.read(FactValues.pick(cases, random)), readBy(decision), random);
        return CaseJson.read(CaseJson.of(root));
    }

    private Entity fresh(Random random) {
        Entity root = new Entity(Policy.RULE_SET.dictionary().root(), null, 0);
        LocalDate asOf = values.decisionDate(random);
        fill(root, asOf, rate(random), random);
        set(root, "asOf", asOf);
        return root;
    }

    private Entity edited(Entity root, Set<String> telling, Random random) {
        LocalDate asOf = asOf(root);
        int edits = random.nextInt(MOST_EDITS + 1);
        for (int i = 0; i < edits; i++) {
            List<Place> places = places(root, f -> telling.contains(f.path()));
            if (places.isEmpty() || random.nextInt(4) == 0) {
                edit(FactValues.pick(all(root), random), asOf, random);
            } else {
                change(FactValues.pick(places, random), asOf, random);
            }
        }
        if (random.nextInt(10) == 0) {
            set(root, "asOf", values.decisionDate(random));
        }
        double rate = rate(random);
        all(root).forEach(each -> forget(each, rate, random));
        return root;
    }

    private static double rate(Random random) {
        return UNKNOWN_RATES[random.nextInt(UNKNOWN_RATES.length)];
    }

    private void fill(Entity entity, LocalDate asOf, double rate, Random random) {
        for (Fact fact : given(entity)) {
            if (random.nextDouble() >= rate) {
                entity.set(fact.slot(), values.random(fact, asOf, random));
            }
        }
        for (EntityType child : entity.type().children()) {
            if (!child.isList()) {
                fill(entity.single(child), asOf, rate, random);
            } else if (isTop(child) || random.nextDouble() >= rate) {
                List<Entity> elements = new ArrayList<>();
                int size = random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    elements.add(element(entity, child, i, asOf, rate, random));
                }
                entity.setElements(child, elements);
            }
        }
        key(entity);
    }

    private Entity element(Entity holder, EntityType type, int index, LocalDate asOf, double rate, Random random) {
        Entity element = new Entity(type, holder, index);
        fill(element, asOf, rate, random);
        return element;
    }

    /** Elements of a list that the case holds are told apart by their key. */
    private void key(Entity entity) {
        String key = entity.type().key();
        if (key != null && isTop(entity.type())) {
            set(entity, key, entity.type().name() + "-" + (entity.index() + 1));
        }
    }

    private static boolean isTop(EntityType type) {
        return type.isList() && type.parent() == Policy.RULE_SET.dictionary().root();
    }

    /** One change: another value or none for a fact, or a list with one element more or fewer. */
    private void edit(Entity entity, LocalDate asOf, Random random) {
        List<EntityType> lists =
                entity.type().children().stream().filter(EntityType::isList).toList();
        List<Fact> facts = given(entity);
        if (!lists.isEmpty() && (facts.isEmpty() || random.nextInt(8) == 0)) {
            EntityType list = FactValues.pick(lists, random);
            List<Entity> now = entity.elements(list);
            List<Entity> elements = now == null ? new ArrayList<>() : new ArrayList<>(now);
            if (elements.isEmpty() || (elements.size() < 3 && random.nextBoolean())) {
                elements.add(element(entity, list, 10 + elements.size(), asOf, rate(random), random));
            } else {
                elements.remove(random.nextInt(elements.size()));
            }
            entity.setElements(list, elements);
        } else if (!facts.isEmpty()) {
            change(new Place(entity, FactValues.pick(facts, random)), asOf, random);
        }
    }

    /** Another value for a fact, or now and then none. */
    void change(Place place, LocalDate asOf, Random random) {
        Fact fact = place.fact();
        place.entity().set(fact.slot(), random.nextInt(6) == 0 ? Unknown.NOT_GIVEN : values.random(fact, asOf, random));
    }

    /** Makes a few known facts or inner lists unknown, mostly facts that a decision's rules read. */
    void forgetSome(Entity root, String decision, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<Place> telling = places(root, f -> readBy(decision).contains(f.path()));
            telling.removeIf(p -> !p.isKnown());
            Entity at = FactValues.pick(all(root), random);
            List<EntityType> lists = at.type().children().stream()
                    .filter(c -> c.isList() && !isTop(c) && at.elements(c) != null)
                    .toList();
            if (!telling.isEmpty() && random.nextInt(5) > 0) {
                FactValues.pick(telling, random).forget();
            } else if (!lists.isEmpty()) {
                at.setElements(FactValues.pick(lists, random), null);
            }
        }
    }

    private void forget(Entity entity, double rate, Random random) {
        given(entity).stream()
                .filter(f -> random.nextDouble() < rate)
                .forEach(f -> entity.set(f.slot(), Unknown.NOT_GIVEN));
        entity.type().children().stream()
                .filter(c -> c.isList() && !isTop(c) && random.nextDouble() < rate)
                .forEach(c -> entity.setElements(c, null));
    }

    /** The facts of a thing that a case may say, but for its key and the decision date. */
    static List<Fact> given(Entity entity) {
        return entity.type().facts().stream()
                .filter(f -> !f.derived()
                        && !(isTop(entity.type())
                                && f.name().equals(entity.type().key()))
                        && !f.path().equals("case.asOf"))
                .toList();
    }

    /** The case and everything it holds. */
    static List<Entity> all(Entity root) {
        List<Entity> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < all.size(); i++) {
            Entity at = all.get(i);
            for (EntityType child : at.type().children()) {
                if (!child.isList()) {
                    all.add(at.single(child));
                } else if (at.elements(child) != null) {
                    all.addAll(at.elements(child));
                }
            }
        }
        return all;
    }

    /** A place in a case: a fact of a thing. */
    record Place(Entity entity, Fact fact) {
        boolean isKnown() {
            return !(entity.get(fact.slot()) instanceof Unknown);
        }

        void forget() {
            entity.set(fact.slot(), Unknown.NOT_GIVEN);
        }
    }

    /** Every place of a case whose fact is of a kind. */
    static List<Place> places(Entity root, Predicate<Fact> kind) {
        List<Place> places = new ArrayList<>();
        for (Entity each : all(root)) {
            given(each).stream().filter(kind).forEach(f -> places.add(new Place(each, f)));
        }
        return places;
    }

    static LocalDate asOf(Entity root) {
        return (LocalDate) root.get("asOf");
    }

    private static void set(Entity entity, String name, Object value) {
        entity.set(entity.type().fact(name).slot(), value);
    }
}
