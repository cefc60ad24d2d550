package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.engine.Defect;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;

/** One edit of a case, before it is put into words. */
sealed interface CaseEdit {

    /** The thing that is edited, or holds the list, as a JSON Pointer. */
    String at();

    /** Where it goes, as a JSON Pointer: a fact, or the end of a list. */
    String pointer();

    /** What sets it apart from every other edit. */
    String key();

    /** What a condition must read for this edit to matter to it: the pointer, with the element of a set. */
    default String touches() {
        return pointer();
    }

    /** Makes the edit in a copy of a case; a new item is noted among those added. */
    void in(EditedCase copy);

    /** A fact says something else. */
    record Value(String at, Fact fact, Object to) implements CaseEdit {
        @Override
        public String pointer() {
            return at + "/" + fact.name();
        }

        @Override
        public String key() {
            return pointer() + "=" + said(fact, to);
        }

        @Override
        public void in(EditedCase copy) {
            Pointers.find(copy.root(), at).set(fact.slot(), to);
        }
    }

    /** A set gains or loses an element. */
    record Element(String at, Fact fact, String element, boolean added) implements CaseEdit {
        @Override
        public String pointer() {
            return at + "/" + fact.name();
        }

        @Override
        public String key() {
            return pointer() + (added ? "+" : "-") + element;
        }

        @Override
        public String touches() {
            return Universe.element(pointer(), element);
        }

        @Override
        public void in(EditedCase copy) {
            Entity entity = Pointers.find(copy.root(), at);
            if (!(entity.get(fact.slot()) instanceof Set<?> before)) {
                throw new Defect("an element was put into a set that is not known");
            }
            Set<String> after = new TreeSet<>();
            before.forEach(e -> after.add(String.valueOf(e)));
            if (added) {
                after.add(element);
            } else {
                after.remove(element);
            }
            entity.set(fact.slot(), after);
        }
    }

    /** A list gains an item. */
    record Item(String at, EntityType list, List<Said> says) implements CaseEdit {
        @Override
        public String pointer() {
            return at + "/" + list.jsonKey() + "/-";
        }

        @Override
        public String key() {
            StringBuilder key = new StringBuilder(pointer());
            says.forEach(
                    s -> key.append(' ').append(s.fact().name()).append('=').append(said(s.fact(), s.value())));
            return key.toString();
        }

        @Override
        public void in(EditedCase copy) {
            Entity holder = Pointers.find(copy.root(), at);
            List<Entity> before = holder.elements(list);
            if (before == null) {
                throw new Defect("an item was added to a list that is not known");
            }
            Entity item = new Entity(list, holder, before.size());
            says.forEach(s -> item.set(s.fact().slot(), s.value()));
            List<Entity> after = new ArrayList<>(before);
            after.add(item);
            holder.setElements(list, List.copyOf(after));
            copy.added().add(item);
        }
    }

    /** What a new item says of one fact. */
    record Said(Fact fact, Object value) {}

    /** A value such that codes sort in the order they are declared. */
    private static String said(Fact fact, Object value) {
        return fact.type() == FactType.ONE_OF ? String.format("%03d", fact.rank((String) value)) : value.toString();
    }

    /** Pointers of the items that edits add, where they will stand. */
    static Set<String> newItems(List<CaseEdit> edits, Entity original) {
        Set<String> pointers = new LinkedHashSet<>();
        for (CaseEdit edit : edits) {
            if (edit instanceof Item item) {
                List<Entity> before = Pointers.find(original, item.at).elements(item.list);
                int place = before == null ? 0 : before.size();
                String list = item.at + "/" + item.list.jsonKey() + "/";
                while (!pointers.add(list + place)) {
                    place++;
                }
            }
        }
        return pointers;
    }
}
