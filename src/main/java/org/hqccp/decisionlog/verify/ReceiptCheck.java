package org.hqccp.decisionlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.Envelope;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.Members;
import org.hqccp.decisionlog.format.Receipt;
import org.hqccp.decisionlog.format.TreeHash;
import org.hqccp.decisionlog.format.VerifierKey;

/** Holds an answer, with its receipt, against the log. */
public final class ReceiptCheck {
    private final String id;
    private final String time;
    private final byte[] decision;
    private final String name;
    private final String ruleSet;
    private final Receipt receipt;

    private ReceiptCheck(String id, String time, byte[] decision, Receipt receipt) throws FormatException {
        this.id = id;
        this.time = time;
        this.decision = decision;
        this.receipt = receipt;
        Members in = Members.read("the decision", decision);
        this.name = in.text("name");
        this.ruleSet = in.text("ruleSetVersion");
    }

    /** Reads an answer as the service gave it. */
    public static ReceiptCheck of(byte[] answer) throws FormatException {
        Members in = Members.read("the answer", answer);
        Object receipt = in.any("receipt");
        if (receipt == null) {
            throw new FormatException("it has no receipt: it was not recorded");
        }
        return new ReceiptCheck(
                in.text("decisionId"),
                in.text("decidedAt"),
                CanonicalJson.write(in.any("decision")),
                Receipt.read(CanonicalJson.write(receipt)));
    }

    /** The place the receipt names. */
    public long place() {
        return receipt.index();
    }

    /** Whether a proof leads from this answer's entry to a checkpoint that the key signed. */
    public List<Fault> byProof(InclusionProof proof, VerifierKey key) {
        List<Fault> faults = new ArrayList<>();
        if (!key.name().equals(receipt.log())) {
            faults.add(new Fault("the receipt", "it is of another log than the key"));
        }
        try {
            clear(proof.check(key), TreeHash.leaf(proof.leaf()), faults);
        } catch (FormatException e) {
            faults.add(new Fault("the proof", e.message()));
        }
        return faults;
    }

    /** Whether an exported log verifies and holds this answer's entry. */
    public List<Fault> inExport(InputStream export, VerifierKey key) throws IOException {
        List<Fault> faults = new ArrayList<>();
        boolean[] seen = new boolean[1];
        ExportCheck check = new ExportCheck(key, null, row -> {
            if (row.index() == receipt.index()) {
                seen[0] = true;
                clear(Leaf.read(row.leaf()), TreeHash.leaf(row.leaf()), faults);
            }
        });
        faults.addAll(0, check.run(export, null));
        if (!seen[0]) {
            faults.add(new Fault("entry " + receipt.index(), "the export does not hold it"));
        }
        return faults;
    }

    /** Whether an entry holds this very answer, for whoever has the log's keys. */
    public List<Fault> against(EntryRow row, String log, Opener opener) {
        List<Fault> faults = new ArrayList<>();
        String where = "entry " + receipt.index();
        byte[] code = opener.code(Receipt.codedText(receipt.log(), receipt.index(), receipt.leafHash()));
        if (!receipt.log().equals(log) || !Arrays.equals(code, receipt.code())) {
            faults.add(new Fault("the receipt", "this log did not give it"));
        }
        try {
            Leaf leaf = Leaf.read(row.leaf());
            clear(leaf, TreeHash.leaf(row.leaf()), faults);
            new EntrySecrets(log, opener).check(row, leaf);
            LogRecord record = LogRecord.read(
                    Envelope.read(opener.open(row.id(), row.sealed())).record());
            if (!Arrays.equals(record.decisionJson(), decision)) {
                faults.add(new Fault(where, "it holds another decision than the answer"));
            }
        } catch (FormatException e) {
            faults.add(new Fault(where, e.message()));
        }
        return faults;
    }

    private void clear(Leaf leaf, byte[] leafHash, List<Fault> faults) {
        String where = "entry " + receipt.index();
        if (leaf.index() != receipt.index() || !Arrays.equals(leafHash, receipt.leafHash())) {
            faults.add(new Fault(where, "it is not the one of the receipt"));
        }
        if (!leaf.id().equals(id)
                || !leaf.time().equals(time)
                || !name.equals(leaf.decision())
                || !ruleSet.equals(leaf.ruleSet())) {
            faults.add(new Fault(where, "its id, time, decision or rule set is not that of the answer"));
        }
    }
}
