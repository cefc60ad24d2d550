package org.hqccp.explanation;

import java.util.List;
import org.hqccp.decision.Question;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.NounPhrase;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a plan is about: lists or facts. While the case tells none of them, the part asks for the first alone, instead of for all
 * that its rules would read.
 */
public final class Needed {
    private static final String SENDER = "sender";

    private Needed() {}

    /** The paths of what a part is about, as {@code decision.yaml} writes them, with semicolons between. */
    private static List<String> paths(String written) {
        return List.of(written.split("\\s*;\\s*"));
    }

    /**
     * The question that stands for the part; none where the case tells anything of what the part is about.
     *
     * @param written each path a list of the case, or a list or fact of one of its single things: {@code student.workPlacements}
     */
    public static @Nullable Question question(String written, Entity root) {
        Question first = null;
        for (String path : paths(written)) {
            Question question = one(path, root);
            if (question == null) {
                return null;
            }
            first = first == null ? question : first;
        }
        return first;
    }

    private static @Nullable Question one(String path, Entity root) {
        int dot = path.indexOf('.');
        EntityType single = dot < 0 ? null : root.type().child(path.substring(0, dot));
        Entity holder = single == null ? root : root.single(single);
        String name = path.substring(dot + 1);
        String pointer = holder.pointer() + "/" + name;
        EntityType list = holder.type().child(name);
        if (list != null) {
            return holder.elements(list) != null
                    ? null
                    : new Question(
                            path,
                            pointer,
                            "Please send the list of " + new NounPhrase(list.label()).plural()
                                    + ", even if it is empty.",
                            asker(list),
                            List.of());
        }
        Fact fact = holder.type().fact(name);
        if (fact == null || !(holder.get(fact.slot()) instanceof Unknown)) {
            return null;
        }
        String words = fact.ask().question();
        String role = fact.ask().role();
        return new Question(
                path,
                pointer,
                words == null ? "Please send the " + fact.label() + "." : words,
                role == null ? SENDER : role,
                List.of());
    }

    private static String asker(EntityType list) {
        return list.facts().stream()
                .map(Fact::ask)
                .filter(ask -> ask.mode() == Ask.Mode.ROLE && ask.role() != null)
                .map(ask -> String.valueOf(ask.role()))
                .findFirst()
                .orElse(SENDER);
    }
}
