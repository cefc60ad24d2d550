package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Signed notes and checkpoints of C2SP, with the examples of the specification. */
class SignedNoteTest {
    private static final String PUBLISHED_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String PUBLISHED_NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void thePublishedNoteVerifies() throws FormatException {
        VerifierKey key = VerifierKey.read(PUBLISHED_KEY);
        SignedNote note = SignedNote.read(PUBLISHED_NOTE);

        assertThat(note.signedBy(key)).isTrue();
        assertThat(key.text()).isEqualTo(PUBLISHED_KEY);
        assertThat(note.note()).isEqualTo(PUBLISHED_NOTE);
    }

    @Test
    void anyChangeOfThePublishedNoteIsFound() throws FormatException {
        VerifierKey key = VerifierKey.read(PUBLISHED_KEY);
        for (int i = 0; i < PUBLISHED_NOTE.length(); i++) {
            char changed = PUBLISHED_NOTE.charAt(i) == 'A' ? 'B' : 'A';
            String forged = PUBLISHED_NOTE.substring(0, i) + changed + PUBLISHED_NOTE.substring(i + 1);
            assertThat(holds(forged, key)).as("character %d", i).isFalse();
        }
    }

    private static boolean holds(String note, VerifierKey key) {
        try {
            return SignedNote.read(note).signedBy(key);
        } catch (FormatException e) {
            return false;
        }
    }

    @Test
    void theSignatureOfRfc8032Test1() throws FormatException {
        HexFormat hex = HexFormat.of();
        VerifierKey verifier = VerifierKey.of(
                "rfc8032", hex.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        SigningKey key = SigningKey.of(
                hex.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"), verifier);

        assertThat(hex.formatHex(key.sign(new byte[0])))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                        + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        assertThat(hex.formatHex(key.seed()))
                .isEqualTo("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    }

    @Test
    void aCheckpointIsReadBackOnlyWithTheKeyThatSignedIt() throws FormatException {
        SigningKey key = SigningKey.generate("log.example/1");
        Checkpoint checkpoint = new Checkpoint("log.example/1", 42, TreeHash.empty());
        String note = checkpoint.sign(key);

        assertThat(note).startsWith("log.example/1\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 ");
        assertThat(Checkpoint.open(note, key.verifier())).isEqualTo(checkpoint);
        assertThatThrownBy(() -> Checkpoint.open(
                        note, SigningKey.generate("log.example/1").verifier()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> Checkpoint.open(note.replace("\n42\n", "\n43\n"), key.verifier()))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void aSignatureOfAnotherKeyBesideOursDoesNoHarm() throws FormatException {
        SigningKey key = SigningKey.generate("log.example/1");
        String note = new Checkpoint("log.example/1", 1, TreeHash.empty()).sign(key);
        String witnessed = note + PUBLISHED_NOTE.substring(PUBLISHED_NOTE.indexOf('\u2014'));

        assertThat(Checkpoint.open(witnessed, key.verifier()).size()).isEqualTo(1);
    }

    @Test
    void aSecretThatBelongsToAnotherPublicKeyIsRefused() throws FormatException {
        SigningKey one = SigningKey.generate("log.example/1");
        SigningKey other = SigningKey.generate("log.example/1");

        assertThatThrownBy(() -> SigningKey.of(one.seed(), other.verifier()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("does not belong");
    }
}
