package org.hqccp.decisionlog.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.hqccp.decisionlog.format.Checkpoint;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Frontier;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.RuleSetFiles;
import org.hqccp.decisionlog.format.TreeHash;
import org.hqccp.decisionlog.format.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Checks a whole log. Give it the checkpoints, then the rule sets, then every entry in order, then ask what was found. */
public final class LogCheck {
    private static final int MOST_FAULTS = 100;

    private final VerifierKey key;
    private final @Nullable EntrySecrets secrets;
    private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final Set<String> ruleSets = new HashSet<>();
    private final SeenDecisions decisions = new SeenDecisions();
    private final List<Fault> faults = new ArrayList<>();
    private final Frontier tree;
    private final boolean whole;
    private String lastTime = "";

    /**
     * A check of one log.
     *
     * @param key the key its checkpoints are signed with, from whoever is trusted to know it
     * @param opener its secret keys, or null to check only what needs none
     */
    public LogCheck(VerifierKey key, @Nullable Opener opener) {
        this(key, opener, new Frontier());
    }

    private LogCheck(VerifierKey key, @Nullable Opener opener, Frontier tree) {
        this.key = key;
        this.tree = tree;
        this.whole = tree.size() == 0;
        this.secrets = opener == null ? null : new EntrySecrets(key.name(), opener);
    }

    /** A check of the end of a log alone: give it only the entries after those the tree already holds. */
    public static LogCheck ofEnd(VerifierKey key, @Nullable Opener opener, Frontier tree) {
        return new LogCheck(key, opener, tree);
    }

    /** A checkpoint that the log, or somebody outside it, kept. */
    public void checkpoint(String where, String note) {
        try {
            Checkpoint checkpoint = Checkpoint.open(note, key);
            Checkpoint other = checkpoints.put(checkpoint.size(), checkpoint);
            if (other != null && !other.equals(checkpoint)) {
                add(new Fault(where, "it was signed with another root for the same size"));
            }
        } catch (FormatException e) {
            add(new Fault(where, e.message()));
        }
    }

    /** A checkpoint in the table, with the size it is filed under. */
    public void checkpoint(long size, String note) {
        String where = "checkpoint " + size;
        checkpoint(where, note);
        if (!note.startsWith(key.name() + "\n" + size + "\n")) {
            add(new Fault(where, "it is filed under another size"));
        }
    }

    /** A kept rule set. */
    public void ruleSet(String version, byte[] packed) {
        String where = "rule set " + version;
        try {
            if (!RuleSetFiles.version(RuleSetFiles.read(packed)).equals(version)) {
                add(new Fault(where, "its files are not those of this version"));
            }
        } catch (FormatException e) {
            add(new Fault(where, e.message()));
        }
        ruleSets.add(version);
    }

    /** A rule set that is kept and was not read. */
    public void ruleSet(String version) {
        ruleSets.add(version);
    }

    /** The next entry. */
    public void entry(EntryRow row) {
        long index = tree.size();
        if (row.index() != index) {
            add(Fault.entry(index, "it is missing, or another stands in its place"));
        }
        byte[] leafHash = TreeHash.leaf(row.leaf());
        if (!Arrays.equals(EntryRow.joined(tree.add(leafHash)), row.tree())) {
            add(Fault.entry(index, "the hashes kept with it are not those of the entries"));
        }
        root(index + 1);
        try {
            Leaf leaf = Leaf.read(row.leaf());
            leaf(row, index, leaf);
            if (secrets != null) {
                secrets.check(row, leaf);
            }
        } catch (FormatException e) {
            add(Fault.entry(index, e.message()));
        }
    }

    private void root(long size) {
        Checkpoint signed = checkpoints.get(size);
        if (signed != null && !Arrays.equals(signed.root(), tree.root())) {
            add(new Fault("checkpoint " + size, "the entries below it are not those it was signed over"));
        }
    }

    private void leaf(EntryRow row, long index, Leaf leaf) {
        expect(index, leaf.index() == index, "its leaf names another place");
        expect(index, leaf.id().equals(row.id()), "it is filed under another id");
        expect(index, Arrays.equals(leaf.cipherHash(), TreeHash.plain(row.sealed())), "its sealed record was changed");
        expect(index, leaf.time().compareTo(lastTime) >= 0, "it is older than the entry before it");
        expect(
                index,
                index == 0 == (leaf.kind() == EntryKind.START),
                "a log begins with its start entry and has no other");
        expect(index, leaf.vkey() == null || leaf.vkey().equals(key.text()), "it names another signing key");
        expect(
                index,
                leaf.ruleSet() == null || ruleSets.contains(leaf.ruleSet()),
                "the rule set it was decided under is not kept");
        if (whole && leaf.supersedes() != null) {
            expect(index, decisions.contains(leaf.supersedes()), "the decision it supersedes is not before it");
        }
        if (whole && leaf.kind() == EntryKind.OVERRIDE) {
            expect(index, decisions.contains(leaf.about()), "the decision it overrides is not before it");
        }
        if (leaf.kind().holdsDecision()) {
            decisions.add(leaf.id());
        }
        lastTime = leaf.time();
    }

    private void expect(long index, boolean holds, String otherwise) {
        if (!holds) {
            add(Fault.entry(index, otherwise));
        }
    }

    private void add(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /** A fault somebody found who read the log for this check. */
    public void found(Fault fault) {
        add(fault);
    }

    /** What was found, once all entries were given. */
    public List<Fault> finish() {
        checkpoints
                .tailMap(tree.size(), false)
                .keySet()
                .forEach(size -> add(new Fault(
                        "checkpoint " + size, "the log ends at " + tree.size() + " entries: its end was cut off")));
        if (tree.size() == 0) {
            add(new Fault("the log", "it holds no entry"));
        }
        return List.copyOf(faults);
    }

    /** How many entries were given. */
    public long size() {
        return tree.size();
    }

    /** The root over the entries given. */
    public byte[] root() {
        return tree.root();
    }
}
