package org.bookbell.it.message;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Api;

/** How the simulator's provider calls the web hook of a gateway, and signs what it says. */
public final class HookCall {

    /** What a gateway of these tests and its provider know. */
    public static final String SECRET = "a-secret-of-the-test";

    private HookCall() {}

    /** Says {@code lines} as the provider does. */
    public static Answer post(Api api, String address, String lines) {
        return post(api, address, lines, sign(SECRET, "POST", address, lines));
    }

    /** Says {@code lines} with any signature; empty for none. */
    public static Answer post(Api api, String address, String lines, String signature) {
        var caller = signature.isEmpty() ? api : api.with("X-Simulator-Signature", signature);
        return caller.submit(path(address), lines);
    }

    public static String sign(String secret, String method, String address, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = method + "\n" + address + "\n" + body;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What of an address is sent to its server. */
    public static String path(String address) {
        var uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** A value as it stands in a line. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
