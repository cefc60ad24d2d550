package org.hqccp.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.hqccp.decision.Status;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it is meant to reach Drools. It has no consequence: that it matches a subject is what it says, and nothing it could do would
 * ever run.
 *
 * @param name its name
 * @param number the place of the rule it stands for among the rules of its stage
 * @param status what that rule comes to for a subject that matches
 * @param patterns the subject first, then lists
 */
record EmittedRule(String name, int number, Status status, List<Pattern> patterns) {

    /** Whether a pattern is looked for, must exist, or must not. */
    enum Quantifier {
        PLAIN(""),
        EXISTS("exists "),
        NOT("not ");

        private final String word;

        Quantifier(String word) {
            this.word = word;
        }
    }

    /**
     * One pattern.
     *
     * @param variable the name it binds, if any
     * @param type the type of the rows it looks for
     */
    record Pattern(Quantifier quantifier, @Nullable String variable, String type, List<Constraint> constraints) {

        private String text() {
            String bound = variable == null ? "" : variable + " : ";
            return constraints.stream()
                    .map(Constraint::text)
                    .collect(Collectors.joining(", ", quantifier.word + bound + type + "( ", " )"));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("rule " + Literals.text(name) + "\nwhen\n");
        patterns.forEach(p -> text.append("  ").append(p.text()).append('\n'));
        return text.append("then\nend\n").toString();
    }
}
