package org.bookbell.smtp.bounce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The envelope senders of an account's messages (variable envelope return paths): {@code bounces+token@example.org}, where
 * the token is the attempt's id and a mark of 50 bits that only we can make. Letters may change their case on the way.
 */
public final class BounceAddress {

    /** The local part of 64 characters (RFC 5321 §4.5.3.1.1) holds {@code +} and the token too. */
    public static final int LONGEST_LOCAL = 40;

    private static final String HMAC = "HmacSHA256";
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int MARK_LENGTH = 10;
    private static final Pattern USABLE =
            Pattern.compile("[A-Za-z0-9!#$%&'*/=?^_`{|}~.+-]{1," + LONGEST_LOCAL + "}@[^@\\s]+");

    private final String local;
    private final String domain;
    private final SecretKeySpec key;
    private final Pattern form;

    /** @param gateway the account's name, so that accounts that share a mailbox leave each other's bounces alone */
    public BounceAddress(MailboxAccount account, String gateway) {
        var at = account.address().lastIndexOf('@');
        this.local = account.address().substring(0, at);
        this.domain = account.address().substring(at + 1);
        var secret = new SecretKeySpec(account.password().getBytes(StandardCharsets.UTF_8), HMAC);
        this.key = new SecretKeySpec(hmac(secret, "bookbell bounces " + account.address() + " " + gateway), HMAC);
        this.form = Pattern.compile(
                "(?<![\\w.+-])" + Pattern.quote(local) + "\\+([0-9A-Z]{13})([a-z2-7]{" + MARK_LENGTH + "})@"
                        + Pattern.quote(domain) + "(?![\\w.-])",
                Pattern.CASE_INSENSITIVE);
    }

    /** Whether {@code address} can be lengthened by a token. */
    public static boolean isUsable(String address) {
        return USABLE.matcher(address).matches();
    }

    /** Where bounces of an attempt go. */
    public String of(String attemptId) {
        return local + "+" + attemptId.toLowerCase(Locale.ROOT) + mark(attemptId) + "@" + domain;
    }

    /** The attempt whose address stands in {@code text}, if its mark is right. */
    Optional<String> findAttempt(String text) {
        var matcher = form.matcher(text);
        while (matcher.find()) {
            var attemptId = matcher.group(1).toUpperCase(Locale.ROOT);
            var mark = matcher.group(2).toLowerCase(Locale.ROOT);
            if (MessageDigest.isEqual(bytes(mark), bytes(mark(attemptId)))) {
                return Optional.of(attemptId);
            }
        }
        return Optional.empty();
    }

    private String mark(String attemptId) {
        var code = hmac(key, attemptId);
        var mark = new StringBuilder();
        for (var i = 0; i < MARK_LENGTH; i++) {
            mark.append(DIGITS.charAt(code[i] & 31));
        }
        return mark.toString();
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + HMAC, missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
