package org.hqccp.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hqccp.engine.Defect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of ours in the log: an id, the kind of fault and its place. An exception's own words may hold facts of a case and stay out. */
final class Incidents {
    private static final int PLACES = 6;
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");

    private Incidents() {}

    /** Logs a fault and gives its id. */
    static String log(String where, Throwable fault) {
        String instance = Problems.newInstance();
        LOG.error("incident {} {} {}", instance, where, words(fault));
        return instance;
    }

    static String words(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String kind = fault.getClass().getName()
                + (root == fault ? "" : " from " + root.getClass().getName());
        // A Defect names rules and types only; that is promised where it is declared.
        String words = fault instanceof Defect ? ": " + fault.getMessage() : "";
        return kind
                + words
                + Arrays.stream(root.getStackTrace())
                        .limit(PLACES)
                        .map(place -> place.getClassName() + "." + place.getMethodName() + ":" + place.getLineNumber())
                        .collect(Collectors.joining(" < ", " at ", ""));
    }
}
