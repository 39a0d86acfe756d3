package org.bookbell.clickatell;

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
    static final String HOOK = "https://book.example.org/hooks/sms/clickatell/a-token-of-no-use";

    private Accounts() {}

    /** The settings of an account that speaks an interface at that address, and some more. */
    static Map<String, String> settings(String api, String address, Map<String, String> more) {
        var settings = new HashMap<>(Map.of("api", api, "address", address));
        settings.putAll(
                api.equals("http")
                        ? Map.of("username", "practice", "password", FakeClickatell.PASSWORD, "apiId", "3442105")
                        : Map.of("apiKey", FakeClickatell.KEY));
        // generous: the tests of a whole build share two cores
        settings.putAll(Map.of("connectTimeoutSeconds", "30", "timeoutSeconds", "30"));
        settings.putAll(more);
        return settings;
    }

    static SmsGateway open(String api, String address, Map<String, String> more) {
        return open(settings(api, address, more), Optional.of(URI.create(HOOK)));
    }

    static SmsGateway open(Map<String, String> settings, Optional<URI> hook) {
        var clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        return new ClickatellProvider()
                .open(new GatewayContext("clickatell", Settings.of(settings), clock, new Heard(), hook));
    }

    static SmsSubmission anSms(String text) {
        return new SmsSubmission(ATTEMPT, "+12125550123", Optional.empty(), text, Duration.ofHours(1));
    }

    static HookRequest get(String query) {
        return new HookRequest("GET", "/hooks/sms/clickatell", query, Map.of(), new byte[0], HOOK + "?" + query);
    }

    static HookRequest post(String contentType, String body) {
        return new HookRequest(
                "POST",
                "/hooks/sms/clickatell",
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
