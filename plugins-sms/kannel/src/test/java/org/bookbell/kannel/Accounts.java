package org.bookbell.kannel;

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
import org.bookbell.spi.testkit.Heard;

/** Accounts and submissions for tests. */
final class Accounts {

    static final String ATTEMPT = "0ABCDEFGHJKMN";
    static final String HOOK = "https://book.example.org/hooks/sms/kannel/a-token-of-no-use";

    private Accounts() {}

    /** The settings of an account with that smsbox, and some more. */
    static Map<String, String> settings(String address, Map<String, String> more) {
        var settings =
                new HashMap<>(Map.of("address", address, "username", FakeSmsbox.USER, "password", FakeSmsbox.PASSWORD));
        settings.putAll(more);
        return settings;
    }

    static SmsGateway open(String address, Map<String, String> more) {
        return open(settings(address, more), Optional.of(URI.create(HOOK)));
    }

    static SmsGateway open(Map<String, String> settings, Optional<URI> hook) {
        var clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        return new KannelProvider().open(new GatewayContext("kannel", Settings.of(settings), clock, new Heard(), hook));
    }

    static SmsSubmission anSms(String text) {
        return new SmsSubmission(ATTEMPT, "+12125550123", Optional.empty(), text, Duration.ofHours(1));
    }
}
