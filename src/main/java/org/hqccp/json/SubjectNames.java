package org.hqccp.json;

import java.util.ArrayList;
import java.util.List;

/** Whom findings are about, each written once. Findings of a rule come in the order of their subjects, so the next one is nearly always known. */
final class SubjectNames {
    private final List<String> ids = new ArrayList<>();
    private final List<byte[]> written = new ArrayList<>();
    private int next;

    /** The member that names a subject. */
    byte[] of(String id) {
        if (next == ids.size()) {
            next = 0;
        }
        int at = !ids.isEmpty() && ids.get(next).equals(id) ? next : ids.indexOf(id);
        if (at < 0) {
            at = ids.size();
            ids.add(id);
            written.add(member(id));
        }
        next = at + 1;
        return written.get(at);
    }

    private static byte[] member(String id) {
        JsonBytes member = new JsonBytes(64);
        member.writeStringField("subject", id);
        return member.toByteArray();
    }
}
