package org.bookbell.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Draws secrets, and the hashes under which the database knows them. */
public final class Secrets {

    private static final int TOKEN_BYTES = 32;
    /** Without letters and digits that look alike: five bits each. */
    private static final String PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_GROUPS = 4;
    private static final int GROUP_LETTERS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 random bits that an address or a cookie may contain. */
    public static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 100 random bits that a person can type. */
    public static String password() {
        var password = new StringBuilder();
        for (var letter = 0; letter < PASSWORD_GROUPS * GROUP_LETTERS; letter++) {
            if (letter > 0 && letter % GROUP_LETTERS == 0) {
                password.append('-');
            }
            password.append(PASSWORD_LETTERS.charAt(RANDOM.nextInt(PASSWORD_LETTERS.length())));
        }
        return password.toString();
    }

    public static byte[] salt(int length) {
        var salt = new byte[length];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** SHA-256; enough for what is random itself. */
    public static byte[] hash(String secret) {
        return hash(secret.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] hash(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", missing);
        }
    }
}
