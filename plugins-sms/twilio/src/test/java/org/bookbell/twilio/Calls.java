package org.bookbell.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.spi.gateway.HookRequest;

/** Calls of the web hook as Twilio makes them. */
final class Calls {

    private Calls() {}

    /** A form, signed over {@code url}. */
    static HookRequest signed(String url, String form) {
        var signature = new HookSignature(Accounts.TOKEN).sign(url, HookRequest.parameters(form));
        return form(url, form, Base64.getEncoder().encodeToString(signature));
    }

    /** A form with a signature. */
    static HookRequest form(String url, String form, String signature) {
        return call("POST", url, form, Map.of("X-Twilio-Signature", List.of(signature)));
    }

    /** A form that nobody signed. */
    static HookRequest unsigned(String url, String form) {
        return call("POST", url, form, Map.of());
    }

    /** A GET with a signature over its address. */
    static HookRequest get(String url) {
        var signature = new HookSignature(Accounts.TOKEN).sign(url, Map.of());
        return call(
                "GET",
                url,
                "",
                Map.of("x-twilio-signature", List.of(Base64.getEncoder().encodeToString(signature))));
    }

    private static HookRequest call(String method, String url, String form, Map<String, List<String>> more) {
        var headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", List.of("application/x-www-form-urlencoded; charset=UTF-8"));
        var mark = url.indexOf('?');
        return new HookRequest(
                method, "/hooks/sms/main", mark < 0 ? "" : url.substring(mark + 1), headers, form.getBytes(UTF_8), url);
    }
}
