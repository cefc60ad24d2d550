package org.hqccp.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hqccp.decision.Citation;
import org.hqccp.decision.FindingRule;

/**
 * What answers under one rule set say again and again, written once: what is the same in every finding of a rule, and the sources. Rules are
 * told apart by their ids, sources by their tags.
 */
public final class FindingTexts {
    private final Map<String, FindingForm> byRule = new ConcurrentHashMap<>();

    private final Map<String, byte[]> byTag = new ConcurrentHashMap<>();

    FindingForm of(FindingRule rule) {
        FindingForm known = byRule.get(rule.id());
        return known != null ? known : byRule.computeIfAbsent(rule.id(), id -> new FindingForm(rule));
    }

    byte[] of(Citation citation) {
        byte[] known = byTag.get(citation.tag());
        return known != null
                ? known
                : byTag.computeIfAbsent(citation.tag(), tag -> {
                    JsonBytes json = new JsonBytes(256);
                    json.writeStartObject();
                    json.writeStringField("mark", citation.mark());
                    json.writeStringField("tag", citation.tag());
                    json.writeStringField("where", citation.where());
                    json.writeEndObject();
                    return json.toByteArray();
                });
    }
}
