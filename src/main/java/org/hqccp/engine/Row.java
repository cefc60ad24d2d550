package org.hqccp.engine;

import org.hqccp.decision.Status;
import org.jspecify.annotations.Nullable;

/**
 * What Drools sees of one subject, or of one element of a list under its subject. The emitted rows extend it with their columns; public for
 * that alone. Each row knows the results of its own evaluation, so that nothing it leads to can reach another.
 */
public abstract class Row {
    private int row;
    private @Nullable Row owner;
    private @Nullable Results results;

    protected Row() {}

    final void subject(int number, Results of) {
        row = number;
        results = of;
    }

    final void under(Row subject) {
        owner = subject;
    }

    /** Its number among the subjects of its stage. */
    public final int getRow() {
        return row;
    }

    /** The subject an element of a list is seen under; none for a subject. */
    public final @Nullable Row getOwner() {
        return owner;
    }

    /** Takes down what a rule came to for this subject. */
    final void conclude(int rule, Status status) {
        if (results == null) {
            throw new Defect("a rule concluded something of what is no subject");
        }
        results.conclude(rule, row, status);
    }
}
