package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of leaves, records, receipts and kept rule sets. */
class EntryFormatTest {
    private static final String ID = "0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60";

    /** Changing this text is a change of the format: old logs would no longer verify. */
    @Test
    void theBytesOfALeafAreFixed() throws FormatException {
        String hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        assertThat(text(leaf().bytes()))
                .isEqualTo("{\"caller\":\"district portal\",\"cipherHash\":\"" + hash
                        + "\",\"decision\":\"pathway-eligibility\",\"engine\":\"e1\",\"id\":\"" + ID
                        + "\",\"index\":7,\"kind\":\"decision\",\"outcomeCommit\":\"" + hash + "\",\"recordCommit\":\""
                        + hash + "\",\"ruleSet\":\"r1\",\"time\":\"2026-11-24T10:00:00.000Z\",\"v\":1}");
        assertThat(Leaf.read(leaf().bytes()).bytes()).isEqualTo(leaf().bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"v\":1', '\"v\":2', another version",
        "'\"index\":7', '\"index\":7.5', index",
        "'\"index\":7', '\"index\":-7', what its kind asks for",
        "'\"kind\":\"decision\"', '\"kind\":\"guess\"', kind",
        "'\"kind\":\"decision\"', '\"kind\":\"access\"', what its kind asks for",
        "'\"kind\":\"decision\"', '\"kind\":\"correction\"', what its kind asks for",
        "'2026-11-24T10:00:00.000Z', '2026-11-24T10:00:00Z', what its kind asks for",
        "'\"caller\":', ' \"caller\":', canonical",
        "'\"caller\":', '\"about\":null,\"caller\":', canonical",
        "'\"caller\":', '\"aside\":1,\"caller\":', members",
        "'\"ruleSet\":\"r1\",', '', what its kind asks for",
    })
    void aLeafThatIsNotToTheByteIsRefused(String from, String to, String message) throws FormatException {
        byte[] changed = text(leaf().bytes()).replace(from, to).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Leaf.read(changed))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRecordComesBackToTheByte() throws FormatException {
        LogRecord record = new LogRecord(
                Map.of("outcome", "ELIGIBLE", "rules", List.of("EC-01")),
                "{\"caseId\":\"a\"}".getBytes(StandardCharsets.UTF_8),
                "{}".repeat(5_000).getBytes(StandardCharsets.UTF_8));

        LogRecord read = LogRecord.read(record.bytes());

        assertThat(read.caseJson()).isEqualTo(record.caseJson());
        assertThat(read.decisionJson()).isEqualTo(record.decisionJson());
        assertThat(LogRecord.headOf(record.bytes()).get("outcome")).isEqualTo("ELIGIBLE");
        assertThat(LogRecord.read(LogRecord.of(Map.of()).bytes()).caseJson()).isEmpty();
    }

    @Test
    void aRecordThatIsCutOrHasMoreIsRefused() throws FormatException {
        byte[] bytes = new LogRecord(Map.of(), new byte[] {'{', '}'}, new byte[] {'{', '}'}).bytes();
        for (int length = 0; length <= bytes.length + 1; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            if (length != bytes.length) {
                assertThatThrownBy(() -> LogRecord.read(cut))
                        .as("%d of %d bytes", length, bytes.length)
                        .isInstanceOf(FormatException.class);
            }
        }
    }

    @Test
    void anEnvelopeCommitsToTheRecordAndTheOutcomeApart() throws FormatException {
        byte[] record = LogRecord.of(Map.of()).bytes();
        byte[] one = new byte[Envelope.SALT];
        byte[] other = new byte[Envelope.SALT];
        other[0] = 1;
        Envelope envelope = new Envelope(one, other, record);
        Envelope salted = new Envelope(other, one, record);

        assertThat(Envelope.read(envelope.bytes()).recordCommit()).isEqualTo(envelope.recordCommit());
        assertThat(salted.recordCommit()).isNotEqualTo(envelope.recordCommit());
        assertThat(salted.outcomeCommit("ELIGIBLE")).isNotEqualTo(envelope.outcomeCommit("ELIGIBLE"));
        assertThat(envelope.outcomeCommit("NOT_YET")).isNotEqualTo(envelope.outcomeCommit("ELIGIBLE"));
    }

    @Test
    void aReceiptComesBackToTheByte() throws FormatException {
        Receipt receipt = new Receipt("log", 3, TreeHash.empty(), new byte[] {1, 2});

        assertThat(text(receipt.bytes()))
                .isEqualTo("{\"code\":\"0102\",\"index\":3,\"leafHash\":\""
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"log\":\"log\"}");
        assertThat(Receipt.read(receipt.bytes()).bytes()).isEqualTo(receipt.bytes());
    }

    @Test
    void anInclusionProofStandsAlone() throws FormatException {
        SigningKey key = SigningKey.generate("log");
        Frontier tree = new Frontier();
        for (int i = 0; i < 7; i++) {
            tree.add(TreeHash.leaf(new byte[] {(byte) i}));
        }
        List<byte[]> nodes = tree.add(TreeHash.leaf(leaf().bytes()));
        String checkpoint = new Checkpoint("log", 8, tree.root()).sign(key);
        byte[] six = TreeHash.leaf(new byte[] {6});
        assertThat(nodes).hasSize(4);
        Frontier four = new Frontier();
        Frontier two = new Frontier();
        for (int i = 0; i < 4; i++) {
            four.add(TreeHash.leaf(new byte[] {(byte) i}));
        }
        two.add(TreeHash.leaf(new byte[] {4}));
        two.add(TreeHash.leaf(new byte[] {5}));
        InclusionProof proof = new InclusionProof(leaf().bytes(), List.of(six, two.root(), four.root()), checkpoint);

        assertThat(InclusionProof.read(proof.bytes()).check(key.verifier()).id())
                .isEqualTo(ID);
        InclusionProof wrong = new InclusionProof(leaf().bytes(), List.of(two.root(), six, four.root()), checkpoint);
        assertThatThrownBy(() -> wrong.check(key.verifier())).isInstanceOf(FormatException.class);
    }

    @Test
    void aRuleSetIsKeptWholeUnderItsVersion() throws FormatException {
        TreeMap<String, String> files = new TreeMap<>(Map.of("a.drl", "rule", "b/c.csv", "x,\u00e9\n"));

        assertThat(RuleSetFiles.read(RuleSetFiles.bytes(files))).isEqualTo(files);
        assertThat(RuleSetFiles.version(files))
                .isEqualTo("f52b4c86acf7a83043f3699522c912ffd7401dd6e2ec2047663e802801142945");
    }

    private static Leaf leaf() {
        return new Leaf(
                7,
                ID,
                "2026-11-24T10:00:00.000Z",
                EntryKind.DECISION,
                "district portal",
                "pathway-eligibility",
                "r1",
                "e1",
                null,
                null,
                TreeHash.empty(),
                TreeHash.empty(),
                TreeHash.empty(),
                null);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
