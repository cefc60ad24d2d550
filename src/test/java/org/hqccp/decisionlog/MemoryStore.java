package org.hqccp.decisionlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.TreeHash;

/** A store in memory: the second behind the interface, which shows that it holds nothing of SQLite. */
final class MemoryStore implements LogStore {
    private final List<EntryRow> entries = new ArrayList<>();
    private final TreeMap<Long, String> notes = new TreeMap<>();
    private final TreeMap<String, byte[]> ruleSets = new TreeMap<>();

    @Override
    public synchronized void append(Group group) {
        entries.addAll(group.entries());
        group.ruleSets().forEach(kept -> ruleSets.put(kept.version(), kept.files()));
        if (group.checkpoint() != null) {
            notes.put(group.checkpoint().size(), group.checkpoint().note());
        }
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }

    @Override
    public synchronized List<EntryRow> entries(long from, int atMost) {
        int first = (int) Math.min(entries.size(), Math.max(0, from));
        return List.copyOf(entries.subList(first, Math.min(entries.size(), first + atMost)));
    }

    @Override
    public synchronized long placeOf(String id) {
        return entries.stream()
                .filter(e -> e.id().equals(id))
                .mapToLong(EntryRow::index)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public synchronized List<Long> changesOf(String id, int atMost) {
        return entries.stream()
                .filter(e -> {
                    String leaf = new String(e.leaf(), StandardCharsets.UTF_8);
                    String kind = "\"kind\":\"override\"";
                    return leaf.contains("\"supersedes\":\"" + id + "\"")
                            || (leaf.contains(kind) && leaf.contains("\"about\":\"" + id + "\""));
                })
                .map(EntryRow::index)
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized Claimed claimed(byte[] tag) {
        return entries.stream()
                .filter(e -> e.claim() != null && Arrays.equals(e.claim().tag(), tag))
                .map(e -> new Claimed(e.claim(), e.index()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<String> ruleSets() {
        return List.copyOf(ruleSets.keySet());
    }

    @Override
    public synchronized byte[] ruleSet(String version) {
        return ruleSets.get(version);
    }

    @Override
    public synchronized List<SizedNote> checkpoints(long fromSize, int atMost) {
        return notes.tailMap(fromSize).entrySet().stream()
                .limit(atMost)
                .map(e -> new SizedNote(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public synchronized SizedNote newestCheckpoint() {
        return notes.isEmpty()
                ? null
                : new SizedNote(notes.lastKey(), notes.lastEntry().getValue());
    }

    @Override
    public synchronized byte[] node(int level, long index) {
        byte[] tree = entries.get((int) EntryRow.keeper(level, index)).tree();
        return Arrays.copyOfRange(tree, level * TreeHash.LENGTH, (level + 1) * TreeHash.LENGTH);
    }

    @Override
    public Durability durability() {
        return Durability.none("memory");
    }

    @Override
    public void close() {}
}
