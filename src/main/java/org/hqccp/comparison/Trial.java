package org.hqccp.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.ruleset.RuleSet;

/** A small case to try two rules on: values by thing and fact, told in either rule set's dictionary or as YAML. */
final class Trial {
    private final String subject;
    private final Map<String, Map<String, Object>> things = new LinkedHashMap<>();
    private final Map<String, List<Element>> lists = new LinkedHashMap<>();

    /**
     * An element of a list.
     *
     * @param facts its values, by fact
     * @param lists what it holds, by list
     */
    record Element(Map<String, Object> facts, Map<String, List<Element>> lists) {
        Element() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        Element copy() {
            Element copy = new Element();
            copy.facts.putAll(facts);
            copyLists(lists, copy.lists);
            return copy;
        }
    }

    /** @param subject the kind of thing the rules are about */
    Trial(String subject) {
        this.subject = subject;
    }

    Trial copy() {
        Trial copy = new Trial(subject);
        things.forEach((thing, facts) -> copy.things.put(thing, new LinkedHashMap<>(facts)));
        copyLists(lists, copy.lists);
        return copy;
    }

    private static void copyLists(Map<String, List<Element>> from, Map<String, List<Element>> to) {
        from.forEach((list, elements) -> {
            List<Element> copies = new ArrayList<>();
            elements.forEach(e -> copies.add(e.copy()));
            to.put(list, copies);
        });
    }

    /** Sets a fact of the subject, of what holds it, or of a single thing of the case. */
    void set(String thing, String fact, Object value) {
        things.computeIfAbsent(thing, t -> new LinkedHashMap<>()).put(fact, value);
    }

    /** The lists that stand in no other list, by name. */
    Map<String, List<Element>> lists() {
        return lists;
    }

    /** How many elements all its lists hold. */
    int elements() {
        return count(lists);
    }

    private static int count(Map<String, List<Element>> lists) {
        return lists.values().stream()
                .flatMap(List::stream)
                .mapToInt(e -> 1 + count(e.lists()))
                .sum();
    }

    /** How hard it is to read: the decimals of its numbers, and the elements of its lists. */
    int oddness() {
        return things.values().stream().mapToInt(Trial::decimals).sum() + oddness(lists) + elements();
    }

    private static int oddness(Map<String, List<Element>> lists) {
        return lists.values().stream()
                .flatMap(List::stream)
                .mapToInt(e -> decimals(e.facts()) + oddness(e.lists()))
                .sum();
    }

    private static int decimals(Map<String, Object> facts) {
        return facts.values().stream()
                .mapToInt(v -> v instanceof BigDecimal number
                        ? Math.max(0, number.stripTrailingZeros().scale())
                        : 0)
                .sum();
    }

    /** The subject in a case of a rule set. */
    Entity in(RuleSet ruleSet) {
        Entity root = new Entity(ruleSet.dictionary().root(), null, 0);
        Built built = new Built(root);
        things.forEach((thing, facts) -> {
            EntityType type = ruleSet.dictionary().type(thing);
            if (type != null) {
                fill(built.thing(type), facts);
            }
        });
        lists.forEach((list, elements) -> {
            EntityType type = ruleSet.dictionary().type(list);
            EntityType holder = type == null ? null : type.parent();
            if (type != null && holder != null) {
                hold(built.thing(holder), type, elements, ruleSet);
            }
        });
        EntityType type = ruleSet.dictionary().type(subject);
        return type == null ? root : built.thing(type);
    }

    private static void hold(Entity holder, EntityType type, List<Element> elements, RuleSet ruleSet) {
        List<Entity> made = new ArrayList<>();
        for (Element element : elements) {
            Entity each = new Entity(type, holder, made.size());
            fill(each, element.facts());
            element.lists().forEach((list, held) -> {
                EntityType inner = ruleSet.dictionary().type(list);
                if (inner != null && inner.parent() == type) {
                    hold(each, inner, held, ruleSet);
                }
            });
            made.add(each);
        }
        holder.setElements(type, made);
    }

    private static void fill(Entity entity, Map<String, Object> facts) {
        facts.forEach((name, value) -> {
            Fact fact = entity.type().fact(name);
            if (fact != null && !fact.derived()) {
                entity.set(fact.slot(), value);
            }
        });
    }

    /** The things of the case, each made when it is first asked for. */
    private record Built(Entity root, Map<EntityType, Entity> made) {
        Built(Entity root) {
            this(root, new LinkedHashMap<>());
        }

        Entity thing(EntityType type) {
            EntityType parent = type.parent();
            if (parent == null) {
                return root;
            }
            Entity known = made.get(type);
            if (known != null) {
                return known;
            }
            Entity holder = thing(parent);
            Entity thing;
            if (type.isList()) {
                thing = new Entity(type, holder, 0);
                String key = type.key();
                Fact fact = key == null ? null : type.fact(key);
                if (fact != null) {
                    thing.set(fact.slot(), "one");
                }
                holder.setElements(type, List.of(thing));
            } else {
                thing = holder.single(type);
            }
            made.put(type, thing);
            return thing;
        }
    }

    /** The case as staff would write it. */
    String yaml(RuleSet ruleSet) {
        return CaseYaml.of(in(ruleSet).root());
    }
}
