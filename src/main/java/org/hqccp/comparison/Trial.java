package org.hqccp.comparison;

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
    private final Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();

    /** @param subject the kind of thing the rules are about */
    Trial(String subject) {
        this.subject = subject;
    }

    /** Sets a fact of the subject, of what holds it, or of a single thing of the case. */
    void set(String thing, String fact, Object value) {
        things.computeIfAbsent(thing, t -> new LinkedHashMap<>()).put(fact, value);
    }

    /** Sets the elements of a list. */
    void elements(String list, List<Map<String, Object>> elements) {
        lists.put(list, elements);
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
                Entity held = built.thing(holder);
                List<Entity> made = new ArrayList<>();
                for (Map<String, Object> element : elements) {
                    Entity each = new Entity(type, held, made.size());
                    fill(each, element);
                    made.add(each);
                }
                held.setElements(type, made);
            }
        });
        EntityType type = ruleSet.dictionary().type(subject);
        return type == null ? root : built.thing(type);
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
