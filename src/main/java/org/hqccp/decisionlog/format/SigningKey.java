package org.hqccp.decisionlog.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The secret half of a log's signing key, Ed25519. */
public final class SigningKey {
    private static final int KEY_LENGTH = 32;
    /** What stands before the 32 secret bytes in PKCS #8 form. */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final byte[] PROBE =
            "a signature to see that the two halves belong together".getBytes(StandardCharsets.UTF_8);

    private final PrivateKey secret;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey secret, VerifierKey verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /** A new key for a name. */
    public static SigningKey generate(String name) throws FormatException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] x509 = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(x509, x509.length - KEY_LENGTH, x509.length);
            return new SigningKey(pair.getPrivate(), VerifierKey.of(name, raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /**
     * A key that was kept.
     *
     * @param seed its 32 secret bytes
     * @throws FormatException where the secret does not belong to the public key
     */
    public static SigningKey of(byte[] seed, VerifierKey verifier) throws FormatException {
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            SigningKey key = new SigningKey(secret, verifier);
            if (verifier.verifies(PROBE, key.sign(PROBE))) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw new FormatException("the secret signing key cannot be read");
        }
        throw new FormatException("the secret signing key does not belong to the public key");
    }

    /** The 32 secret bytes. */
    public byte[] seed() {
        byte[] pkcs8 = secret.getEncoded();
        return Arrays.copyOfRange(pkcs8, pkcs8.length - KEY_LENGTH, pkcs8.length);
    }

    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key can sign", e);
        }
    }
}
