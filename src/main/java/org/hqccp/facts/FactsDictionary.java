package org.hqccp.facts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All kinds of things and facts a case may speak of. Grows only while the dictionary files are read. */
public final class FactsDictionary {
    private final EntityType root = EntityType.root("case", "case");
    private final Map<String, EntityType> types = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> red = new LinkedHashMap<>();

    public FactsDictionary() {
        types.put(root.name(), root);
    }

    /** The case itself. */
    public EntityType root() {
        return root;
    }

    public void add(EntityType type) {
        types.put(type.name(), type);
    }

    public @Nullable EntityType type(String name) {
        return types.get(name);
    }

    /** The type by the name rules use, {@code Program}. */
    public @Nullable EntityType byRuleName(String ruleName) {
        return ruleName.isEmpty() || !Character.isUpperCase(ruleName.charAt(0))
                ? null
                : types.get(Character.toLowerCase(ruleName.charAt(0)) + ruleName.substring(1));
    }

    public Collection<EntityType> types() {
        return types.values();
    }

    /** Names a RED fact: a case that carries it is refused. */
    public void refuse(String entity, String fact, String label) {
        red.computeIfAbsent(entity, e -> new LinkedHashMap<>()).put(fact, label);
    }

    public boolean isRed(String entity, String fact) {
        return red.getOrDefault(entity, Map.of()).containsKey(fact);
    }

    /** Labels of RED facts by entity and name. */
    public Map<String, Map<String, String>> red() {
        return red;
    }
}
