package org.hqccp.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A kind of thing a case speaks of (student, program, partner): its facts and the things it holds. Grows only while the dictionary is read. */
public final class EntityType {
    private static final @Nullable Object[] NOTHING = {};

    private final String name;
    private final String label;
    private final String jsonKey;
    private final boolean list;
    private final @Nullable EntityType parent;
    private final int childSlot;
    private final @Nullable String key;
    private int keySlot = -1;
    private final boolean extension;
    private final int number;
    /** Of the whole dictionary. Decisions are made ready side by side, and each extends it. */
    private final AtomicInteger numbers;

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Fact> bySlot = new ArrayList<>();
    private final Map<String, EntityType> children = new LinkedHashMap<>();
    private @Nullable Object[] blank = NOTHING;

    private EntityType(
            String name,
            String label,
            String jsonKey,
            boolean list,
            @Nullable EntityType parent,
            @Nullable String key,
            boolean extension) {
        this.extension = extension;
        this.numbers = parent == null ? new AtomicInteger() : parent.numbers;
        this.number = numbers.getAndIncrement();
        this.name = name;
        this.label = label;
        this.jsonKey = jsonKey;
        this.list = list;
        this.parent = parent;
        this.key = key;
        this.childSlot = parent == null || extension ? 0 : parent.children.size();
        if (parent != null && !extension) {
            parent.children.put(jsonKey, this);
        }
    }

    /** The case itself, which holds everything else. */
    public static EntityType root(String name, String label) {
        return new EntityType(name, label, name, false, null, null, false);
    }

    /** Adds a kind of thing to what this one holds. */
    public EntityType hold(
            String childName, String childLabel, String childJsonKey, boolean asList, @Nullable String childKey) {
        return new EntityType(childName, childLabel, childJsonKey, asList, this, childKey, false);
    }

    /**
     * The same kind of thing with what a decision has found about it so far: facts and lists of its own, and everything of this one
     * through {@link #parent()}. Cases never hold an extension.
     */
    public EntityType extend() {
        return new EntityType(name, label, jsonKey, list, this, null, true);
    }

    /** Its place among all kinds of things of its dictionary, extensions among them, from 0. */
    public int number() {
        return number;
    }

    public boolean isExtension() {
        return extension;
    }

    /** Adds a fact; its slot must be {@link #nextSlot()}. */
    public void add(Fact fact) {
        if (fact.slot() == bySlot.size()) {
            bySlot.add(fact);
        } else {
            bySlot.set(fact.slot(), fact);
        }
        facts.put(fact.name(), fact);
        if (fact.name().equals(key)) {
            keySlot = fact.slot();
        }
        blank = Arrays.copyOf(blank, bySlot.size());
        blank[fact.slot()] = fact.derived() ? null : Unknown.NOT_GIVEN;
    }

    /** The values of a thing nothing is known of yet, by slot; empty for derived facts. */
    @Nullable
    Object[] blank() {
        return blank.clone();
    }

    /** Room for what it holds, with nothing in it. */
    @Nullable
    Object[] noChildren() {
        return children.isEmpty() ? NOTHING : new Object[children.size()];
    }

    public int nextSlot() {
        return bySlot.size();
    }

    public String name() {
        return name;
    }

    /** The name rules use: {@code Program}. */
    public String ruleName() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public String label() {
        return label;
    }

    public String jsonKey() {
        return jsonKey;
    }

    public boolean isList() {
        return list;
    }

    public @Nullable EntityType parent() {
        return parent;
    }

    /** Whether a case holds exactly one, directly. */
    public boolean isSingle() {
        return !list && (parent == null || parent.parent == null);
    }

    public int childSlot() {
        return childSlot;
    }

    /** The fact that names an element of a list. */
    public @Nullable String key() {
        return key;
    }

    /** The slot of that fact; -1 where there is none. */
    int keySlot() {
        return keySlot;
    }

    public Collection<Fact> facts() {
        return facts.values();
    }

    public @Nullable Fact fact(String factName) {
        return facts.get(factName);
    }

    public Collection<EntityType> children() {
        return children.values();
    }

    /** What it holds under a JSON key. */
    public @Nullable EntityType child(String childJsonKey) {
        return children.get(childJsonKey);
    }

    @Override
    public String toString() {
        return name;
    }
}
