package org.bookbell.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SmsText.Encoding;
import org.bookbell.vonage.wire.ClientRef;
import org.bookbell.vonage.wire.Signature;

/** Makes the request that submits one SMS ({@code sms.yml}, "Send an SMS"). */
final class SendSms {

    /** The range of {@code ttl}: 20 s to 7 days. */
    private static final Duration SHORTEST = Duration.ofSeconds(20);

    private static final Duration LONGEST = Duration.ofDays(7);

    private final Settings settings;
    private final URI address;
    private final Optional<URI> hook;
    private final Optional<Signature> signature;

    SendSms(Settings settings, Optional<URI> hook, Clock clock) {
        this.settings = settings;
        this.address = URI.create(AccountSettings.address(settings, "/sms/json"));
        this.hook = hook;
        this.signature = settings.find("authentication")
                .filter(AccountSettings.SIGNATURE::equals)
                .map(unused -> Signature.of(settings, clock));
    }

    /** Whether {@code text} can be written at all: half of a surrogate pair cannot. */
    static boolean isWhole(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    HttpRequest request(SmsSubmission sms) {
        return HttpRequest.newBuilder(address)
                .timeout(AccountSettings.seconds(settings, "timeoutSeconds"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form(parameters(sms))))
                .build();
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

    /** A form, which is also how the parameters of a query are written. */
    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
