package org.hqccp.decisionlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.Envelope;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Leaf;
import org.hqccp.decisionlog.format.SigningKey;
import org.hqccp.decisionlog.verify.Opener;

/** The secret keys of one log: one seals records, one makes the codes of receipts, one signs checkpoints. */
public final class LogKeys implements Opener {
    private static final int KEY_LENGTH = 32;
    private static final String ORIGIN = "hqccp-decision-log/";
    private static final String CODE = "HmacSHA256";

    private final byte[] dataKey;
    private final byte[] codeKey;
    private final SigningKey signing;
    private final Seal seal;
    private final ThreadLocal<Mac> mac;

    LogKeys(byte[] dataKey, byte[] codeKey, SigningKey signing) {
        this.dataKey = dataKey.clone();
        this.codeKey = codeKey.clone();
        this.signing = signing;
        this.seal = Seal.with(dataKey);
        this.mac = ThreadLocal.withInitial(this::newMac);
    }

    /** The keys of a key file. */
    public static LogKeys of(Path file) throws IOException, FolderRefused {
        if (!Files.exists(file)) {
            throw new FolderRefused(
                    "There is no key file " + file + ".",
                    "Name the data folder of a service, or put back the key file its log was started with.");
        }
        return KeyFile.read(file);
    }

    /** Whether a log was started with these keys; where its first entry cannot be read, that is another fault and told elsewhere. */
    public boolean belongTo(LogReader log) throws StoreException {
        List<EntryRow> first = log.entries(0, 1);
        try {
            String named =
                    first.isEmpty() ? null : Leaf.read(first.get(0).leaf()).vkey();
            return named == null || named.equals(signing().verifier().text());
        } catch (FormatException e) {
            return true;
        }
    }

    /** New keys for a new log, under a name no other log has. */
    static LogKeys generate(SecureRandom random) {
        byte[] name = new byte[8];
        byte[] dataKey = new byte[KEY_LENGTH];
        byte[] codeKey = new byte[KEY_LENGTH];
        random.nextBytes(name);
        random.nextBytes(dataKey);
        random.nextBytes(codeKey);
        try {
            return new LogKeys(
                    dataKey,
                    codeKey,
                    SigningKey.generate(ORIGIN + HexFormat.of().formatHex(name)));
        } catch (FormatException e) {
            throw new IllegalStateException("a generated name is a good name", e);
        }
    }

    /** The log's name. */
    public String origin() {
        return signing.verifier().name();
    }

    public SigningKey signing() {
        return signing;
    }

    byte[] dataKey() {
        return dataKey.clone();
    }

    byte[] codeKey() {
        return codeKey.clone();
    }

    /** Seals a record for the entry with this id. */
    byte[] seal(String id, Envelope envelope) {
        return seal.seal(Envelope.boundTo(id), envelope.bytes());
    }

    @Override
    public byte[] open(String id, byte[] sealed) throws FormatException {
        return seal.open(Envelope.boundTo(id), sealed);
    }

    @Override
    public byte[] code(byte[] text) {
        return mac.get().doFinal(text);
    }

    private Mac newMac() {
        try {
            Mac made = Mac.getInstance(CODE);
            made.init(new SecretKeySpec(codeKey, CODE));
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
