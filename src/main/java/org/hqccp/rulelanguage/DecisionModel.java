package org.hqccp.rulelanguage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.jspecify.annotations.Nullable;

/**
 * One decision as its folder declares it.
 *
 * @param name its name, the folder's
 * @param title the question it answers
 * @param types what it is about and what its roll-ups read; none for a decision made of others
 * @param reads classes of facts its rules may read
 * @param mayRead facts of a stricter class, with the rules that may read them all the same
 * @param groups its groups in the order written
 * @param statuses of a group, first that applies
 * @param outcomes codes with their words, first that applies
 * @param several outcome of the whole when there are several subjects
 * @param values facts of the subject shown in the answer, or of the items of its lists ({@code shifts.hours})
 * @param ranks places among the next-best options, best first, with their words
 * @param ties what orders options of one rank
 * @param lastOption message that closes every list of options
 * @param shares ids of rules of other decisions that it rests on as well
 * @param includes decisions it is made of
 * @param needs what a part of it is about, by part: while a case does not tell that, the part asks for it alone
 * @param file the file that declares it
 */
public record DecisionModel(
        String name,
        String title,
        @Nullable RollUpTypes types,
        Set<FactClass> reads,
        Map<String, Set<String>> mayRead,
        List<Group> groups,
        List<String> statuses,
        Map<String, String> outcomes,
        @Nullable String several,
        List<String> values,
        Map<String, String> ranks,
        List<Tie> ties,
        @Nullable String lastOption,
        List<String> shares,
        List<String> includes,
        Map<String, String> needs,
        String file) {

    /** A group of rules: a guiding principle, a pathway, a family of supports. */
    public record Group(String id, String title, boolean principle) {}

    /**
     * What orders options of one rank.
     *
     * @param fact a fact of the subject
     * @param first which value comes first
     */
    public record Tie(String fact, First first) {}

    /** Which value of a tie-breaking fact comes first. */
    public enum First {
        YES,
        LOW,
        HIGH
    }

    public @Nullable Group group(String id) {
        return groups.stream().filter(g -> g.id().equals(id)).findFirst().orElse(null);
    }

    /** The types of a decision that is not made of others. */
    public RollUpTypes ownTypes() {
        if (types == null) {
            throw new IllegalStateException(name + " is made of other decisions");
        }
        return types;
    }

    /**
     * The fact that a value of the answer shows; none if there is no such fact.
     *
     * @param value a name as {@code values} has it, or as an answer has it, with the item in brackets
     */
    public @Nullable Fact shown(String value) {
        int dot = value.lastIndexOf('.');
        if (dot >= 0) {
            int bracket = value.indexOf('[');
            EntityType list = subject().child(value.substring(0, bracket < 0 ? dot : bracket));
            return list == null || !list.isList() ? null : list.fact(value.substring(dot + 1));
        }
        Fact own = ownTypes().standing().fact(value);
        return own == null ? subject().fact(value) : own;
    }

    /** What its rules are about. */
    public EntityType subject() {
        return ownTypes().subject();
    }
}
