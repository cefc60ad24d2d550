package org.hqccp.facts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a case, with the value of each of its facts. A given fact holds its value or an {@link Unknown}; a derived fact is empty
 * until it is worked out, then kept. Belongs to one evaluation and one thread.
 */
public final class Entity {
    private final EntityType type;
    private final @Nullable Entity parent;
    private final Entity root;
    private final int index;
    private @Nullable Object[] values;
    /** Whether others of its kind read the same values; whoever sets one first takes a copy. */
    private boolean shares;

    private final @Nullable Object[] children;

    /**
     * @param type what it is
     * @param parent what holds it; none for the case itself
     * @param index its place in its list, from 0; 0 for a single
     */
    public Entity(EntityType type, @Nullable Entity parent, int index) {
        this.type = type;
        this.parent = parent;
        this.root = parent == null ? this : parent.root;
        this.index = index;
        this.values = type.blank();
        this.children = type.noChildren();
    }

    /**
     * A thing like another of its type that holds nothing, with the same values.
     *
     * @param like the other, whose own values stay as they are from here on
     * @param parent what holds it
     * @param index its place in its list, from 0
     */
    public Entity(Entity like, Entity parent, int index) {
        this.type = like.type;
        this.parent = parent;
        this.root = parent.root;
        this.index = index;
        this.values = like.values;
        this.shares = true;
        this.children = like.children.length == 0 ? like.children : type.noChildren();
    }

    private Entity(Entity original, @Nullable Entity parent) {
        this.type = original.type;
        this.parent = parent;
        this.root = parent == null ? this : parent.root;
        this.index = original.index;
        this.values = type.blank();
        for (int i = 0; i < Math.min(values.length, original.values.length); i++) {
            // Blank is empty for what is derived: that is worked out anew.
            Object given = values[i] == null ? null : original.values[i];
            values[i] = given == null ? values[i] : given;
        }
        this.children = type.noChildren();
        for (int i = 0; i < original.children.length; i++) {
            Object child = original.children[i];
            if (child instanceof Entity single) {
                children[i] = new Entity(single, this);
            } else if (child instanceof List<?> elements) {
                children[i] =
                        elements.stream().map(e -> new Entity((Entity) e, this)).toList();
            } else {
                children[i] = child;
            }
        }
    }

    /** The same given facts, with nothing derived yet. */
    public Entity copy() {
        return new Entity(this, null);
    }

    public EntityType type() {
        return type;
    }

    public @Nullable Entity parent() {
        return parent;
    }

    public int index() {
        return index;
    }

    /** The value of a fact; null only for a derived fact that is not worked out yet. */
    public @Nullable Object get(int slot) {
        return values[slot];
    }

    /** The value of a given fact by its name. */
    public @Nullable Object get(String factName) {
        Fact fact = type.fact(factName);
        return fact == null ? null : values[fact.slot()];
    }

    public void set(int slot, Object value) {
        if (shares) {
            values = values.clone();
            shares = false;
        }
        values[slot] = value;
    }

    /** The elements of a list it holds; null when the list is not known. */
    @SuppressWarnings("unchecked") // setElements is the only writer of a list
    public @Nullable List<Entity> elements(EntityType child) {
        Object held = children[child.childSlot()];
        return held instanceof Unknown ? null : (List<Entity>) held;
    }

    /** Why a list is not known; none when it is. */
    public @Nullable Unknown unknown(EntityType child) {
        Object held = children[child.childSlot()];
        return held == null ? Unknown.NOT_GIVEN : held instanceof Unknown unknown ? unknown : null;
    }

    /** Says why a list is not known. */
    public void setUnknown(EntityType child, Unknown unknown) {
        children[child.childSlot()] = unknown;
    }

    public void setElements(EntityType child, @Nullable List<Entity> elements) {
        children[child.childSlot()] = elements;
    }

    /** A single thing it holds. */
    public Entity single(EntityType child) {
        Entity held = (Entity) children[child.childSlot()];
        if (held == null) {
            held = new Entity(child, this, 0);
            children[child.childSlot()] = held;
        }
        return held;
    }

    public void setSingle(EntityType child, Entity held) {
        children[child.childSlot()] = held;
    }

    /** The name of this element: the value of its key fact, or its place in the list counted from 1. */
    public String id() {
        if (type.isExtension() && parent != null) {
            return parent.id();
        }
        int key = type.keySlot();
        Object value = key < 0 ? null : values[key];
        return value instanceof String text ? text : Integer.toString(index + 1);
    }

    /** The case it belongs to. */
    public Entity root() {
        return root;
    }

    /** Where it stands, for people: {@code program} (or {@code program[health]} where there are several), {@code program.partners[2]}. */
    public String path() {
        if (type.isExtension() && parent != null) {
            return parent.path();
        }
        if (parent == null || parent.parent == null) {
            return type.name() + (isOneOfSeveral() ? "[" + id() + "]" : "");
        }
        return parent.path() + "." + type.jsonKey() + (type.isList() ? "[" + id() + "]" : "");
    }

    private boolean isOneOfSeveral() {
        List<Entity> siblings = parent != null && type.isList() ? parent.elements(type) : null;
        return siblings != null && siblings.size() > 1;
    }

    /** Where it stands in the case document, as a JSON Pointer. */
    public String pointer() {
        if (parent == null) {
            return "";
        }
        if (type.isExtension()) {
            return parent.pointer();
        }
        return parent.pointer() + "/" + type.jsonKey() + (type.isList() ? "/" + index : "");
    }

    @Override
    public String toString() {
        return path() + Arrays.toString(values);
    }
}
