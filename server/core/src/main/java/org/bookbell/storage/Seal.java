package org.bookbell.storage;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps what is secret unreadable in the database: AES-256-GCM with a key for one purpose, bound to whose it is, so that
 * neither a dump nor a swapped row gives a secret away. May be used by several threads at once.
 */
public final class Seal {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Seal(SecretKeySpec key) {
        this.key = key;
    }

    /** The one for {@code purpose}, a text that nothing else on the server uses. */
    public static Seal of(ServerKey serverKey, String purpose) {
        return new Seal(new SecretKeySpec(serverKey.derive(purpose, KEY_BYTES), "AES"));
    }

    /** {@code clear} in Base64, sealed; {@code owner} must be the same when it is opened. */
    public String close(byte[] owner, byte[] clear) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(clear);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + TRANSFORMATION, missing);
        }
    }

    /** What was sealed, or empty if that was with another server key, for another owner, or is damaged. */
    public Optional<byte[]> open(byte[] owner, String text) {
        try {
            var all = Base64.getDecoder().decode(text);
            if (all.length < NONCE_BYTES) {
                return Optional.empty();
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, owner, Arrays.copyOf(all, NONCE_BYTES));
            return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] owner, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner);
        return cipher;
    }
}
