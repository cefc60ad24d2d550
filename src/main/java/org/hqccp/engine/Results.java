package org.hqccp.engine;

import java.util.Arrays;
import org.hqccp.decision.Status;

/** What Drools concluded about the subjects of one stage of one evaluation. */
final class Results {
    private static final Status[] STATUSES = Status.values();
    private static final byte NOTHING = -1;
    private final byte[] concluded;
    private final int rules;

    Results(int rules, int rows) {
        this.rules = rules;
        this.concluded = new byte[rules * rows];
        Arrays.fill(concluded, NOTHING);
    }

    void conclude(int rule, int row, Status status) {
        int place = row * rules + rule;
        if (concluded[place] != NOTHING && concluded[place] != status.ordinal()) {
            throw new Defect("Drools came to two different results for rule number " + rule);
        }
        concluded[place] = (byte) status.ordinal();
    }

    /** What a rule came to for a row: MET, DEVELOPING, NOT_MET, or UNKNOWN where Drools concluded nothing. */
    Status status(int rule, int row) {
        byte status = concluded[row * rules + rule];
        return status == NOTHING ? Status.UNKNOWN : STATUSES[status];
    }
}
