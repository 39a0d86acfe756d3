package org.bookbell.http.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bookbell.spi.gateway.HookRequest;

/**
 * An HMAC (RFC 2104) over the body of a call, or over its address and the body, in a header. Its text shows no secret.
 *
 * @param header that holds it; a prefix such as {@code sha256=} does not count
 * @param algorithm as Java names it, such as {@code HmacSHA256}
 * @param isHex whether in hexadecimal, otherwise in Base64
 * @param coversAddress whether over the address, as the provider was given it with the query, and then the body
 */
public record HookSignature(String secret, String header, String algorithm, boolean isHex, boolean coversAddress) {

    private static final Pattern PREFIX = Pattern.compile("(?i)^(hmac-?)?sha-?\\d+=");

    /** Whether the whole of {@code request} is signed: what only stands in an address that is not covered is not. */
    boolean isRight(HookRequest request) {
        if (!coversAddress && request.body().length == 0) {
            return false;
        }
        return request.header(header)
                .flatMap(this::decode)
                .filter(given -> MessageDigest.isEqual(given, sign(request)))
                .isPresent();
    }

    private byte[] sign(HookRequest request) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            if (coversAddress) {
                mac.update(request.url().getBytes(UTF_8));
            }
            return mac.doFinal(request.body());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm, missing);
        }
    }

    private Optional<byte[]> decode(String value) {
        var text = PREFIX.matcher(value.strip()).replaceFirst("");
        try {
            return Optional.of(
                    isHex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HookSignature[" + header + ", " + algorithm + "]";
    }
}
