package org.hqccp.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** All cases that could matter to some rules about one thing: one value of each part of each fact they read, in every combination. */
final class Space {
    /** So many combinations are all tried; of more, only some are drawn. */
    static final int MOST = 4_096;
    /** So many are drawn where there are more. */
    static final int DRAWN = 300;

    private final List<Rule> rules;
    private final RuleSet ruleSet;
    private final @Nullable EntityType standing;
    private final List<Variable> variables = new ArrayList<>();
    private boolean exact = true;
    private boolean blind;

    /** One thing that varies. */
    interface Variable {
        String name();

        int size();

        void set(Place place, int option);
    }

    /** A fact whose values stand in order. */
    interface Numbered extends Variable {
        boolean isNumber();

        String label();

        String text(int option);
    }

    /** A case in the making: the thing the rules are about, and what is found about it. */
    record Place(Entity root, Entity subject, @Nullable Entity found, Entity about) {
        /** The thing of the case that has a fact. */
        @Nullable
        Entity holder(Fact fact) {
            for (Entity at : new @Nullable Entity[] {about, found, subject, root}) {
                if (at != null && at.type().fact(fact.name()) == fact) {
                    return at;
                }
            }
            for (EntityType child : root.type().children()) {
                if (child.isSingle() && child.fact(fact.name()) == fact) {
                    return root.single(child);
                }
            }
            return null;
        }

        @Nullable
        Entity holder(EntityType list) {
            for (Entity at : new @Nullable Entity[] {about, found, subject, root}) {
                if (at != null && at.type() == list.parent()) {
                    return at;
                }
            }
            EntityType holder = list.parent();
            return holder != null && holder.isSingle() && holder.parent() == root.type() ? root.single(holder) : null;
        }
    }

    /**
     * The cases that could matter.
     *
     * @param rules rules about the same thing
     * @param derived the derived facts, each by itself
     * @param standing what the thing is with its findings, where the rules are roll-ups; none otherwise
     */
    Space(List<Rule> rules, RuleSet ruleSet, Map<Fact, DerivedFact> derived, @Nullable EntityType standing) {
        this.rules = rules;
        this.ruleSet = ruleSet;
        this.standing = standing;
        Cuts cuts = new Cuts(derived);
        for (Rule rule : rules) {
            cuts.add(rule.appliesTo());
            cuts.add(rule.test());
        }
        exact = !cuts.isUnknowable();
        Place blank = blank();
        Map<EntityType, List<ElementFact>> inLists = new LinkedHashMap<>();
        cuts.facts().values().forEach(cut -> variable(cut, blank, cuts, inLists));
        for (EntityType list : cuts.lists().keySet()) {
            if (blank.holder(list) != null) {
                list(list, null, cuts, inLists);
            } else if (!cuts.lists().containsKey(list.parent())) {
                blind = true;
            }
        }
        for (Parameter parameter : cuts.parameters().values()) {
            periods(parameter, blank);
        }
    }

    /** A fact of the elements of a list, with its options. */
    record ElementFact(Fact fact, Options options) {}

    private void variable(Cuts.Cut cut, Place blank, Cuts cuts, Map<EntityType, List<ElementFact>> inLists) {
        Options options = Options.of(cut);
        exact &= options.exact();
        if (blank.holder(cut.fact) != null) {
            variables.add(new Scalar(cut.fact, options.values()));
            return;
        }
        for (EntityType list : cuts.lists().keySet()) {
            if (list.fact(cut.fact.name()) == cut.fact) {
                inLists.computeIfAbsent(list, l -> new ArrayList<>()).add(new ElementFact(cut.fact, options));
                return;
            }
        }
        blind = true;
    }

    /** A list, what its elements say, and the lists that they hold: first the list, so that there are elements to set something of. */
    private void list(EntityType list, Lists.@Nullable Seat in, Cuts cuts, Map<EntityType, List<ElementFact>> inLists) {
        Cuts.ListCut cut = cuts.lists().get(list);
        if (cut == null) {
            return;
        }
        Lists lists = Lists.of(list, cut, in);
        exact &= lists.isEnough(cut);
        variables.add(lists);
        for (int place = 0; place < lists.places(); place++) {
            Lists.Seat seat = new Lists.Seat(list, place, in);
            for (ElementFact fact : inLists.getOrDefault(list, List.of())) {
                variables.add(new Lists.Element(seat, fact));
            }
            list.children().forEach(inner -> list(inner, seat, cuts, inLists));
        }
    }

    private void periods(Parameter parameter, Place blank) {
        if (parameter.periods().size() < 2) {
            return;
        }
        Fact clock = clock(parameter, blank);
        if (clock == null || variables.stream().anyMatch(v -> v.name().equals(clock.path()))) {
            exact = false;
            return;
        }
        Set<Object> days = new LinkedHashSet<>();
        for (Parameter.Period period : parameter.periods()) {
            LocalDate from = period.from();
            days.add(clock.type().isDate() ? from : (Object) (long) from.getYear());
        }
        variables.add(new Scalar(clock, List.copyOf(days)));
    }

    private static @Nullable Fact clock(Parameter parameter, Place blank) {
        String name = parameter.clock().fact();
        for (Entity at : new @Nullable Entity[] {blank.about(), blank.found(), blank.subject(), blank.root()}) {
            Fact fact = at == null ? null : at.type().fact(name);
            if (fact != null) {
                return fact.derived() ? null : fact;
            }
        }
        return null;
    }

    /** Whether every case there could be is like one of these. */
    boolean isExact() {
        return exact && !blind && size() <= MOST;
    }

    long size() {
        long size = 1;
        for (Variable variable : variables) {
            size = Math.min(Integer.MAX_VALUE, size * variable.size());
        }
        return size;
    }

    List<Variable> variables() {
        return variables;
    }

    /** Whether something the rules read cannot be varied here, such as a fact of a list that is never looked through, so that nothing may be concluded. */
    boolean isBlind() {
        return blind;
    }

    /** A case of which nothing is known but that there is what the rules are about. */
    private Place blank() {
        Rule first = rules.get(0);
        Entity root = new Entity(ruleSet.dictionary().root(), null, 0);
        EntityType subject = first.subject().isExtension() ? parentOf(first.subject()) : first.subject();
        EntityType own = standing == null ? subject : parentOf(standing);
        Entity entity;
        if (own == root.type()) {
            entity = root;
        } else if (own.isList()) {
            entity = new Entity(own, root, 0);
            root.setElements(own, List.of(entity));
            Fact key = own.key() == null ? null : own.fact(own.key());
            if (key != null) {
                entity.set(key.slot(), "example");
            }
        } else {
            entity = root.single(own);
        }
        if (standing == null) {
            return new Place(root, entity, null, entity);
        }
        Entity found = new Entity(standing, entity, 0);
        boolean ofGroup = first.subject().parent() == standing;
        Entity about = ofGroup ? new Entity(first.subject(), found, 0) : found;
        return new Place(root, entity, found, about);
    }

    private static EntityType parentOf(EntityType extension) {
        EntityType parent = extension.parent();
        return parent == null ? extension : parent;
    }

    /** The case with these options chosen. */
    Place at(int[] chosen) {
        Place place = blank();
        for (int i = 0; i < chosen.length; i++) {
            variables.get(i).set(place, chosen[i]);
        }
        return place;
    }

    /**
     * Tries cases until one is accepted: all of them in order where they are few enough, else as many drawn by chance.
     *
     * @return the options of the case that was accepted; none where none was
     */
    int @Nullable [] find(Predicate<Place> accepted, Random random) {
        long size = size();
        int[] chosen = new int[variables.size()];
        for (int i = 0; i < (size <= MOST ? size : DRAWN); i++) {
            if (size <= MOST) {
                int rest = i;
                for (int j = 0; j < chosen.length; j++) {
                    chosen[j] = rest % variables.get(j).size();
                    rest /= variables.get(j).size();
                }
            } else {
                for (int j = 0; j < chosen.length; j++) {
                    chosen[j] = random.nextInt(variables.get(j).size());
                }
            }
            if (accepted.test(at(chosen))) {
                return chosen;
            }
        }
        return null;
    }
}
