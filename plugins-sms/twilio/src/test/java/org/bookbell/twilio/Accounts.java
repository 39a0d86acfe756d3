package org.bookbell.twilio;

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
final class Accounts {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String SID = "AC" + "0".repeat(31) + "1";
    static final String KEY = "SK" + "0".repeat(31) + "2";
    static final String SERVICE = "MG" + "0".repeat(31) + "3";
    static final String TOKEN = "a-token-of-no-use";
    static final String KEY_SECRET = "a-secret-of-no-use";
    static final String ATTEMPT = "0ABCDEFGHJKMN";
    static final String HOOK = "https://book.example.org/hooks/sms/main/proof-in-the-address";

    private Accounts() {}

    /** Settings of an account at {@code twilio}, and what {@code more} says; an empty value leaves a setting out. */
    static Map<String, String> settings(FakeHttpProvider twilio, Map<String, String> more) {
        var settings = new HashMap<>(
                Map.of("accountSid", SID, "authToken", TOKEN, "sender", "+12125550199", "address", twilio.address("")));
        settings.putAll(more);
        return settings;
    }

    static SmsGateway open(FakeHttpProvider twilio, Map<String, String> more) {
        return open(settings(twilio, more), Optional.of(URI.create(HOOK)));
    }

    /** A gateway with these settings, which must be right. */
    static SmsGateway open(Map<String, String> values, Optional<URI> hook) {
        var provider = new TwilioProvider();
        var faults = provider.validate(Settings.of(values));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
        var settings = Settings.of(values).withDefaults(provider.settings());
        return provider.open(
                new GatewayContext("main", settings, Clock.fixed(NOON, ZoneOffset.UTC), new Heard(), hook));
    }

    static SmsSubmission anSms(String text) {
        return anSms(text, Optional.empty(), Duration.ofHours(1));
    }

    static SmsSubmission anSms(String text, Optional<String> from, Duration validity) {
        return new SmsSubmission(ATTEMPT, "+12125550123", from, text, validity);
    }
}
