package org.hqccp.decisionlog;

import java.nio.ByteBuffer;
import java.util.Map;
import org.hqccp.decisionlog.format.LogRecord;

/**
 * What is sealed of an entry.
 *
 * @param head small facts about it; the outcome stands here
 * @param caseJson the case, canonical; empty where none was decided
 * @param decisionJson the decision as answered, a part of an array: it is large, and read while it is given to the log and not after
 */
public record Content(Map<String, ?> head, byte[] caseJson, ByteBuffer decisionJson) {

    /** That of a whole record. */
    public static Content of(LogRecord record) {
        return new Content(record.head(), record.caseJson(), ByteBuffer.wrap(record.decisionJson()));
    }
}
