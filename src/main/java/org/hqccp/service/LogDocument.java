package org.hqccp.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.LogSearch;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.JsonReader;
import org.hqccp.decisionlog.format.Leaf;
import org.jspecify.annotations.Nullable;

/** What the log holds, as machines read it: canonical JSON. */
public final class LogDocument {
    /** What of a sealed head is shown in a list. */
    private static final List<String> BRIEF =
            List.of("outcome", "caseId", "asOf", "reason", "subject", "text", "parts", "purpose");

    private LogDocument() {}

    /** An entry with all that was sealed in it, and what came of it. */
    public static byte[] entry(LogDesk.Opened opened) throws FormatException {
        Entry entry = opened.entry();
        Map<String, @Nullable Object> record = new TreeMap<>();
        record.put("head", entry.record().head());
        if (entry.record().decisionJson().length > 0) {
            record.put("case", JsonReader.read(entry.record().caseJson()));
            record.put("decision", JsonReader.read(entry.record().decisionJson()));
        }
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("leaf", JsonReader.readObject(entry.leaf().bytes()));
        members.put("receipt", JsonReader.readObject(entry.receipt().bytes()));
        members.put("record", record);
        members.put("corrections", changes(opened, EntryKind.CORRECTION));
        members.put("overrides", changes(opened, EntryKind.OVERRIDE));
        return CanonicalJson.write(members);
    }

    private static List<Map<String, @Nullable Object>> changes(LogDesk.Opened opened, EntryKind kind) {
        return opened.changes().stream()
                .filter(change -> change.leaf().kind() == kind)
                .map(change -> brief(change.leaf(), change.record().head()))
                .toList();
    }

    /** A page of a search. */
    public static byte[] page(LogSearch.Page page) throws FormatException {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        page.hits().forEach(hit -> entries.add(brief(hit.leaf(), hit.head())));
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("entries", entries);
        if (page.cursor() != null) {
            members.put("cursor", page.cursor());
        }
        return CanonicalJson.write(members);
    }

    /** An entry in a list: what stands in clear, and the small facts of what was sealed. */
    public static Map<String, @Nullable Object> brief(Leaf leaf, Map<String, ?> head) {
        Map<String, @Nullable Object> brief = new TreeMap<>();
        brief.put("id", leaf.id());
        brief.put("index", leaf.index());
        brief.put("time", leaf.time());
        brief.put("kind", leaf.kind().word());
        brief.put("caller", leaf.caller());
        put(brief, "decision", leaf.decision() == null ? head.get("decision") : leaf.decision());
        put(brief, "ruleSet", leaf.ruleSet());
        put(brief, "about", leaf.about());
        put(brief, "supersedes", leaf.supersedes());
        BRIEF.forEach(name -> put(brief, name, head.get(name)));
        return brief;
    }

    private static void put(Map<String, @Nullable Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
