package org.hqccp.decisionlog.format;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to see, without the log, that an entry is in it.
 *
 * @param leaf the bytes of the entry's leaf
 * @param path the hashes from the leaf to the root
 * @param checkpoint the signed checkpoint
 */
public record InclusionProof(byte[] leaf, List<byte[]> path, String checkpoint) {
    /** The proof as a JSON object; the leaf stands in it as it is. */
    public byte[] bytes() throws FormatException {
        List<String> hashes = path.stream().map(HexFormat.of()::formatHex).toList();
        return CanonicalJson.write(
                Map.of("checkpoint", checkpoint, "leaf", JsonReader.readObject(leaf), "path", hashes));
    }

    /** Reads a proof. */
    public static InclusionProof read(byte[] json) throws FormatException {
        Members in = Members.read("a proof", json);
        byte[] leaf = CanonicalJson.write(in.any("leaf"));
        List<byte[]> path = new ArrayList<>();
        for (Object hash : in.list("path")) {
            try {
                path.add(HexFormat.of().parseHex(String.valueOf(hash)));
            } catch (IllegalArgumentException e) {
                throw new FormatException("a hash of a proof is not hexadecimal");
            }
        }
        InclusionProof proof = new InclusionProof(leaf, List.copyOf(path), in.text("checkpoint"));
        in.nothingElse();
        return proof;
    }

    /**
     * Checks the proof.
     *
     * @return the leaf it proves
     * @throws FormatException where it proves nothing
     */
    public Leaf check(VerifierKey key) throws FormatException {
        Checkpoint signed = Checkpoint.open(checkpoint, key);
        Leaf proved = Leaf.read(leaf);
        if (!ProofCheck.included(TreeHash.leaf(leaf), proved.index(), signed.size(), path, signed.root())) {
            throw new FormatException("the proof does not lead from this entry to the signed root");
        }
        return proved;
    }
}
