package org.hqccp.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decision log could not be read: whoever runs the service reads why, in our words; what a record or a driver says stays out. */
final class UnreadableLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");

    private UnreadableLog() {}

    /**
     * Logs a failure.
     *
     * @param failure one of the decision log's own, whose words are ours; of what caused it only kind and place are told
     * @param detail what the caller is told
     */
    static Refused refused(Exception failure, String detail) {
        Throwable cause = failure.getCause();
        LOG.error(
                "the decision log cannot be read: {}",
                failure.getMessage() + (cause == null ? "" : ", " + Incidents.words(cause)));
        return new Refused(ProblemType.NOT_RECORDED, detail);
    }
}
