package org.hqccp.decisionlog;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.TreeHash;

/**
 * Seals with C2SP XAES-256-GCM: random nonces are safe for any number of entries under one key. Before the sealed bytes stand the
 * first four of a hash of the key, so that a wrong key is known as one.
 */
final class Seal {
    private static final int KEY_ID = 4;
    private static final int SALT_OF_XAES = 12;
    private static final byte[] KEY_NAME = "hqccp.decision-log/1 data key".getBytes(StandardCharsets.UTF_8);

    private final byte[] keyId;
    private final Aead aead;

    private Seal(byte[] keyId, Aead aead) {
        this.keyId = keyId;
        this.aead = aead;
    }

    // The key file holds the key itself, so that another implementation can open what this one sealed.
    @AccessesPartialKey
    static Seal with(byte[] key) {
        try {
            AeadConfig.register();
            XAesGcmParameters parameters = XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, SALT_OF_XAES);
            XAesGcmKey dataKey =
                    XAesGcmKey.create(parameters, SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()), null);
            KeysetHandle keys = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(dataKey).withFixedId(1).makePrimary())
                    .build();
            byte[] id = Arrays.copyOf(TreeHash.plain(KEY_NAME, key), KEY_ID);
            return new Seal(id, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library seals with a key of 32 bytes", e);
        }
    }

    byte[] seal(byte[] boundTo, byte[] plain) {
        try {
            byte[] sealed = aead.encrypt(plain, boundTo);
            byte[] whole = Arrays.copyOf(keyId, KEY_ID + sealed.length);
            System.arraycopy(sealed, 0, whole, KEY_ID, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library seals whatever it is given", e);
        }
    }

    byte[] open(byte[] boundTo, byte[] sealed) throws FormatException {
        if (sealed.length < KEY_ID || !Arrays.equals(sealed, 0, KEY_ID, keyId, 0, KEY_ID)) {
            throw new FormatException("its record was sealed with another key");
        }
        try {
            return aead.decrypt(Arrays.copyOfRange(sealed, KEY_ID, sealed.length), boundTo);
        } catch (GeneralSecurityException e) {
            throw new FormatException("its sealed record does not open");
        }
    }
}
