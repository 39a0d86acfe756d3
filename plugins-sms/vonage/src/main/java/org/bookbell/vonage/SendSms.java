package org.bookbell.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.http.wire.Form;
import org.bookbell.http.wire.Request;
import org.bookbell.http.wire.Request.Header;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SmsText.Encoding;
import org.bookbell.vonage.wire.ClientRef;
import org.bookbell.vonage.wire.Signature;

/** Makes the request that submits one SMS ({@code sms.yml}, "Send an SMS"). */
final class SendSms {

    static final Header JSON_WANTED = new Header("Accept", "application/json");

    /** The range of {@code ttl}: 20 s to 7 days. */
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    private static final Duration LONGEST = Duration.ofDays(7);

    private final Settings settings;
    private final String path;
    private final Optional<URI> hook;
    private final Optional<Signature> signature;

    SendSms(Settings settings, Optional<URI> hook, Clock clock) {
        this.settings = settings;
        this.path = AccountSettings.address(settings).path("/sms/json");
        this.hook = hook;
        this.signature = settings.find("authentication")
                .filter(AccountSettings.SIGNATURE::equals)
                .map(unused -> Signature.of(settings, clock));
    }

    /** Whether {@code text} can be written at all: half of a surrogate pair cannot. */
    static boolean isWhole(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    Request request(SmsSubmission sms) {
        return new Request("POST", path, List.of(JSON_WANTED), Optional.of(Form.body(parameters(sms))));
    }

    private Map<String, String> parameters(SmsSubmission sms) {
        var text = SmsText.of(sms.text());
        var parameters = new TreeMap<String, String>();
        parameters.put("api_key", settings.get("apiKey"));
        parameters.put("from", digits(sms.from().orElseGet(() -> settings.get("sender"))));
        parameters.put("to", digits(sms.to()));
        parameters.put("text", sms.text());
        parameters.put("type", text.encoding() == Encoding.GSM_7 ? "text" : "unicode");
        parameters.put("ttl", Long.toString(timeToLive(sms.validity()).toMillis()));
        parameters.put("client-ref", new ClientRef(sms.attemptId(), text.segments()).toString());
        hook.ifPresent(uri -> parameters.put("callback", uri.toASCIIString()));
        signature.ifPresentOrElse(
                signing -> signing.sign(parameters), () -> parameters.put("api_secret", settings.get("apiSecret")));
        return parameters;
    }

    private static Duration timeToLive(Duration validity) {
        if (validity.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return validity.compareTo(LONGEST) > 0 ? LONGEST : validity;
    }

    /** Numbers are written without their plus sign. */
    private static String digits(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }
}
