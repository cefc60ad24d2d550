package org.hqccp.decisionlog;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the program's log why the decision log stopped: an incident to quote and the kind of failure, nothing of a case. */
final class StopNotice {
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.decisionlog");

    private StopNotice() {}

    /**
     * Logs a failure.
     *
     * @param perhaps whether what was being written may yet be found in the log
     */
    static void log(Exception failure, boolean perhaps) {
        LOG.error(
                "incident urn:uuid:{} the decision log stopped; what was being written {}: {}",
                UUID.randomUUID(),
                perhaps ? "may or may not be recorded" : "is not recorded",
                kind(failure));
    }

    /** The words of a StoreException are ours and name no case; those of any other failure may hold anything and stay out. */
    private static String kind(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] places = root.getStackTrace();
        return (failure instanceof StoreException ? failure.getMessage() + ", " : "")
                + root.getClass().getName()
                + (places.length == 0 ? "" : " at " + places[0]);
    }
}
