package org.bookbell.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bookbell.spi.gateway.HookRequest;

/** Calls of the web hook as gateways make them. */
final class Calls {

    private static final String PATH = "/hooks/sms/main/a-token-of-no-use";

    private Calls() {}

    static HookRequest get(String query) {
        return call("GET", query, "", "", Map.of());
    }

    static HookRequest form(String form) {
        return call("POST", "", "application/x-www-form-urlencoded", form, Map.of());
    }

    static HookRequest json(String json) {
        return call("POST", "", "application/json", json, Map.of());
    }

    static HookRequest call(String method, String query, String type, String body, Map<String, String> more) {
        var headers = new HashMap<String, List<String>>();
        if (!type.isEmpty()) {
            headers.put("Content-Type", List.of(type));
        }
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return new HookRequest(
                method,
                PATH,
                query,
                headers,
                body.getBytes(UTF_8),
                Gateways.HOOK + (query.isEmpty() ? "" : "?" + query));
    }

    /** The same call with a header that holds {@code value}. */
    static HookRequest with(HookRequest call, String header, String value) {
        var headers = new HashMap<>(call.headers());
        headers.put(header, List.of(value));
        return new HookRequest(call.method(), call.path(), call.query(), headers, call.body(), call.url());
    }

    static byte[] hmac(String algorithm, String secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
