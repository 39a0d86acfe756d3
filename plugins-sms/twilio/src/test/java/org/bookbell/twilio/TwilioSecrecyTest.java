package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.twilio.Accounts.anSms;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.bookbell.spi.Settings;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TwilioSecrecyTest {

    private static final String TEXT = "words-of-the-message";

    private final FakeHttpProvider twilio = FakeHttpProvider.start();
    private final Logger root = Logger.getLogger("");
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        Logger.getLogger("org.bookbell").setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        root.removeHandler(handler);
        Logger.getLogger("org.bookbell").setLevel(null);
        twilio.close();
    }

    @Test
    void nothing_that_is_said_or_logged_shows_a_secret_a_number_or_the_text() throws InterruptedException {
        var echo = "+12125550123 " + TEXT + " " + Accounts.TOKEN + " " + Accounts.KEY_SECRET + " " + Accounts.HOOK;
        twilio.answering(FakeAnswer.text(500, echo));
        twilio.next(
                FakeAnswer.json(201, "{\"sid\": \"SM1\"}"),
                FakeAnswer.text(201, echo),
                FakeAnswer.json(400, "{\"code\": \"" + echo + "\", \"message\": \"" + echo + "\"}"),
                FakeAnswer.text(302, "").with("Location", "https://example.org/" + Accounts.TOKEN),
                FakeAnswer.raw(echo).thenCut(),
                FakeAnswer.cut());
        var settings = Accounts.settings(
                twilio, Map.of("apiKeySid", Accounts.KEY, "apiKeySecret", Accounts.KEY_SECRET, "replies", "true"));
        var said = new StringBuilder();

        try (var gateway = Accounts.open(settings, Optional.of(URI.create(Accounts.HOOK)))) {
            for (var i = 0; i < 7; i++) {
                said.append(gateway.submit(anSms(TEXT))).append('\n');
            }
            var form = "AccountSid=" + Accounts.SID + "&From=%2B12125550123&MessageSid=SM1&Body=" + TEXT;
            said.append(gateway.check())
                    .append(gateway.readHook(Calls.signed(Accounts.HOOK, "Body=" + TEXT)))
                    .append(gateway.readHook(Calls.unsigned(Accounts.HOOK, form)))
                    .append(gateway.readHook(Calls.signed(Accounts.HOOK, form)))
                    .append(gateway);
        }
        said.append(Account.of(
                Settings.of(settings).withDefaults(AccountSettings.DECLARED), Optional.of(URI.create(Accounts.HOOK))));

        assertThat(said).contains("Accepted[", "Unclear[", "Refused[", "Forged[", "Malformed[", "Understood[");
        assertThat(said + String.join("\n", logged))
                .doesNotContain("2125550123", TEXT, Accounts.TOKEN, Accounts.KEY_SECRET, "proof-in-the-address");
    }
}
