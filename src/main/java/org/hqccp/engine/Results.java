package org.hqccp.engine;

import java.util.Arrays;
import org.hqccp.decision.Status;

/** What Drools concluded in one evaluation. Public because the emitted rules, in a package of their own, write to it. */
public final class Results {
    private static final Status[] STATUSES = Status.values();
    private final byte[] concluded;
    private final int rules;

    Results(int rules, int rows) {
        this.rules = rules;
        this.concluded = new byte[rules * Math.max(rows, 1)];
        Arrays.fill(concluded, (byte) -1);
    }

    /** Called by the emitted rules. */
    public void conclude(int rule, int row, int status) {
        int place = row * rules + rule;
        if (concluded[place] != -1 && concluded[place] != status) {
            throw new Defect("Drools came to two different results for rule number " + rule);
        }
        concluded[place] = (byte) status;
    }

    /** What a rule came to for a row: MET, DEVELOPING, NOT_MET, or UNKNOWN where Drools concluded nothing. */
    Status status(int rule, int row) {
        byte status = concluded[row * rules + rule];
        return status == -1 ? Status.UNKNOWN : STATUSES[status];
    }
}
