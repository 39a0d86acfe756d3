package org.bookbell.access.member;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bookbell.access.Secrets;
import org.bookbell.problem.Faults;

/**
 * Turns passwords into what proves them: PBKDF2 with HMAC-SHA-512, at as many rounds as OWASP asks for, kept with their
 * number so that it can grow.
 */
@Dependent
public class Passwords {

    static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String KIND = "pbkdf2-sha512";

    private final int rounds;

    @Inject
    public Passwords() {
        this(ROUNDS);
    }

    public Passwords(int rounds) {
        this.rounds = rounds;
    }

    /** Adds the fault of a password that is too easy to guess. */
    public static void check(Faults faults, String password, String pointer) {
        faults.check(
                password.length() >= SHORTEST && password.length() <= LONGEST,
                pointer,
                "The password must have 12 to 200 characters; a sentence makes a good one.");
    }

    /** What to keep of {@code password}: the kind, the rounds, the salt and the hash. */
    public String hash(String password) {
        var salt = Secrets.salt(SALT_BYTES);
        var encoder = Base64.getEncoder();
        return String.join(
                "$",
                KIND,
                Integer.toString(rounds),
                encoder.encodeToString(salt),
                encoder.encodeToString(derive(password, salt, rounds)));
    }

    /** Whether {@code password} is the one of which {@code kept} was kept. */
    public boolean matches(String password, String kept) {
        var parts = kept.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(KIND)) {
            throw new IllegalStateException("kept password must be of kind " + KIND + " but was of " + parts[0]);
        }
        var decoder = Base64.getDecoder();
        return MessageDigest.isEqual(
                decoder.decode(parts[3]), derive(password, decoder.decode(parts[2]), Integer.parseInt(parts[1])));
    }

    /** Takes as long as {@link #matches}, for an account that does not exist. */
    public boolean matchesNothing(String password) {
        derive(password, new byte[SALT_BYTES], rounds);
        return false;
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        var written = Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
        var key = new PBEKeySpec(written, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, missing);
        } finally {
            key.clearPassword();
        }
    }
}
