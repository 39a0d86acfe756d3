package org.bookbell.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bookbell.spi.gateway.HookRequest;

/** HMAC-SHA256 over method, address and body of a call, in hexadecimal, in the header {@value #HEADER}. */
final class HookSignature {

    static final String HEADER = "X-Simulator-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private HookSignature() {}

    static String of(String secret, String method, String url, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((method + "\n" + url + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, missing);
        }
    }

    static boolean isRight(String secret, HookRequest request) {
        var given = request.header(HEADER).orElse("");
        var right = of(secret, request.method(), request.url(), request.body());
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
