package org.bookbell.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.Heard;

/** Accounts and messages for tests. */
final class Gateways {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String HOOK = "https://book.example.org/hooks/sms/main/a-token-of-no-use";
    static final String SECRET = "s3cret-of-no-use";

    private Gateways() {}

    /** A gateway that submits {@code to=…&text=…} to {@code provider}, unless {@code more} says otherwise. */
    static SmsGateway open(FakeHttpProvider provider, Map<String, String> more) {
        var settings = new HashMap<>(Map.of("address", provider.address("/sms"), "body", "to={to}&text={text}"));
        settings.putAll(more);
        return open(settings);
    }

    /** A gateway with these settings, which must be right. */
    static SmsGateway open(Map<String, String> values) {
        var provider = new HttpProvider();
        var settings = Settings.of(values);
        var faults = provider.validate(settings);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
        return provider.open(new GatewayContext(
                "main",
                settings.withDefaults(provider.settings()),
                Clock.fixed(NOON, ZoneOffset.UTC),
                new Heard(),
                Optional.of(URI.create(HOOK))));
    }

    static SmsSubmission anSms() {
        return anSms("Tomorrow at 9");
    }

    static SmsSubmission anSms(String text) {
        return anSms(text, Optional.of("Practice"), Duration.ofHours(1));
    }

    static SmsSubmission anSms(String text, Optional<String> from, Duration validity) {
        return new SmsSubmission("0HZX5A7PQ9K3M", "+12125550123", from, text, validity);
    }
}
