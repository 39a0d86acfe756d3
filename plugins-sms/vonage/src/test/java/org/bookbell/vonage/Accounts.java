package org.bookbell.vonage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.testkit.Heard;

/** Accounts, submissions and calls of the web hook for tests. */
final class Accounts {

    static final String ATTEMPT = "0ABCDEFGHJKMN";
    static final String HOOK = "https://book.example.org/hooks/sms/vonage/a-token-of-no-use";
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final String SIGNATURE_SECRET = "a-signature-secret";

    private Accounts() {}

    /** The settings of an account at that address, and some more. */
    static Map<String, String> settings(String address, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "address", address, "apiKey", FakeVonage.KEY, "apiSecret", FakeVonage.SECRET, "sender", "Practice"));
        // generous: the tests of a whole build share two cores
        settings.putAll(Map.of("connectTimeoutSeconds", "30", "timeoutSeconds", "30"));
        settings.putAll(more);
        return settings;
    }

    static SmsGateway open(String address, Map<String, String> more) {
        return open(settings(address, more), Optional.of(URI.create(HOOK)));
    }

    static SmsGateway open(Map<String, String> settings, Optional<URI> hook) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new VonageProvider().open(new GatewayContext("vonage", Settings.of(settings), clock, new Heard(), hook));
    }

    static SmsSubmission anSms(String text) {
        return new SmsSubmission(ATTEMPT, "+12125550123", Optional.empty(), text, Duration.ofHours(1));
    }

    static HookRequest get(String query) {
        return new HookRequest("GET", "/hooks/sms/vonage", query, Map.of(), new byte[0], HOOK + "?" + query);
    }

    static HookRequest post(String contentType, String body) {
        return new HookRequest(
                "POST",
                "/hooks/sms/vonage",
                "",
                Map.of("Content-Type", List.of(contentType)),
                body.getBytes(StandardCharsets.UTF_8),
                HOOK);
    }

    static HookRequest json(String body) {
        return post("application/json", body);
    }

    static HookRequest form(String body) {
        return post("application/x-www-form-urlencoded", body);
    }
}
