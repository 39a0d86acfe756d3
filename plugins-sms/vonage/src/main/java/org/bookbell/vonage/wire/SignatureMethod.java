package org.bookbell.vonage.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a text is signed with the signature secret ("Signing messages", step 2: for hash, for HMAC). */
public enum SignatureMethod {
    MD5HASH("MD5"),
    MD5("HmacMD5"),
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256"),
    SHA512("HmacSHA512");

    private final String algorithm;

    SignatureMethod(String algorithm) {
        this.algorithm = algorithm;
    }

    /** As settings spell them; the first is Vonage's default. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(method -> method.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    public static SignatureMethod of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The signature of {@code text} in hexadecimal. */
    public String sign(String text, String secret) {
        try {
            return HexFormat.of().formatHex(this == MD5HASH ? hash(text + secret) : hmac(text, secret));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Java has no " + algorithm, missing);
        }
    }

    private byte[] hash(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
    }

    private byte[] hmac(String text, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
