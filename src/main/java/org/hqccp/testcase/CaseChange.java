package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.NounPhrase;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** One thing of a case that says something else. */
sealed interface CaseChange {

    /** Makes the change in a copy of the case; gives what was changed. */
    Entity in(Entity copy);

    /** What sets it apart: two changes with one target cannot be made together. */
    String target();

    /** What the case says then, in words. */
    String words();

    /** Where a thing stands among all of its kind. */
    private static Entity find(Entity root, EntityType type, int place) {
        return Reaching.all(root, type).get(place);
    }

    /** A fact has another value. */
    record Value(EntityType type, int place, Fact fact, Object to) implements CaseChange {
        @Override
        public Entity in(Entity copy) {
            Entity entity = find(copy, type, place);
            entity.set(fact.slot(), to);
            return entity;
        }

        @Override
        public String target() {
            return fact.path() + " " + place;
        }

        @Override
        public String words() {
            NounPhrase phrase = new NounPhrase(fact.label());
            if (to instanceof Unknown) {
                return phrase.the() + " " + phrase.be() + " not known";
            } else if (to instanceof Set<?> set) {
                List<String> elements = YamlText.inOrder(set).stream()
                        .map(e -> fact.words(String.valueOf(e)))
                        .toList();
                return phrase.the() + " " + phrase.be() + " "
                        + (elements.isEmpty() ? "none" : String.join(", ", elements));
            }
            Expr read = new Expr.FactValue(Expr.Path.OWNER, fact);
            return RuleEnglish.clause(
                    new Expr.Comparison(Expr.Operator.EQUAL, read, new Expr.Constant(fact.type(), to)));
        }
    }

    /** A list is not known, is empty, loses an element or gains one that is like another. */
    record Listed(
            EntityType holder,
            int place,
            EntityType list,
            @Nullable Integer without,
            @Nullable Integer twice,
            boolean known)
            implements CaseChange {
        @Override
        public Entity in(Entity copy) {
            Entity entity = find(copy, holder, place);
            List<Entity> before = entity.elements(list);
            if (!known) {
                entity.setUnknown(list, Unknown.NOT_GIVEN);
            } else if (without == null && twice == null || before == null) {
                entity.setElements(list, List.of());
            } else {
                List<Entity> after = new ArrayList<>();
                for (Entity each : before) {
                    if (without == null || each.index() != without) {
                        after.add(new Entity(each, entity, after.size()));
                    }
                }
                if (twice != null) {
                    after.add(new Entity(before.get(twice), entity, after.size()));
                }
                entity.setElements(list, List.copyOf(after));
            }
            return entity;
        }

        @Override
        public String target() {
            return list.name() + " of " + holder.name() + " " + place;
        }

        @Override
        public String words() {
            String name = list.label();
            return !known
                    ? "the list is not known: " + name
                    : without != null
                            ? "there is one " + name + " fewer"
                            : twice != null ? "there is one " + name + " more" : "there is no " + name;
        }
    }
}
