package org.bookbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.http.Gateways.SECRET;
import static org.bookbell.http.Gateways.anSms;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpSecrecyTest {

    private static final String TEXT = "words-of-the-message";
    private static final String HOOK_SECRET = "signed-with-this";

    private final FakeHttpProvider provider = FakeHttpProvider.start();
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
        provider.close();
    }

    @Test
    void nothing_that_is_said_or_logged_shows_a_secret_a_number_or_the_text() throws InterruptedException {
        var echo = "+12125550123 " + TEXT + " " + SECRET + " " + HOOK_SECRET + " " + Gateways.HOOK;
        provider.next(
                FakeAnswer.json(200, "{\"id\":\"m1\"}"),
                FakeAnswer.text(200, echo),
                FakeAnswer.json(400, "{\"code\":\"" + echo + "\"}"),
                FakeAnswer.text(500, echo),
                FakeAnswer.text(302, "").with("Location", "https://example.org/" + SECRET),
                FakeAnswer.raw(echo).thenCut(),
                FakeAnswer.cut());
        var said = new StringBuilder();

        try (var gateway = Gateways.open(Map.ofEntries(
                Map.entry("address", provider.address("/sms?key={secret}")),
                Map.entry("body", "to={to}&text={text}&hook={hook}"),
                Map.entry("authentication", "bearer"),
                Map.entry("secret", SECRET),
                Map.entry("checkAddress", provider.address("/balance?key={secret}")),
                Map.entry("messageId", "$.id"),
                Map.entry("errorCode", "$.code"),
                Map.entry("receiptId", "id"),
                Map.entry("receiptState", "status"),
                Map.entry("receiptStates", "delivered=DELIVERED"),
                Map.entry("hookCheck", "hmac"),
                Map.entry("hookHeader", "X-Signature"),
                Map.entry("hookSecret", HOOK_SECRET)))) {
            for (var i = 0; i < 7; i++) {
                said.append(gateway.submit(anSms(TEXT))).append('\n');
            }
            said.append(gateway.check());
            var body = "id=&status=" + TEXT + "&to=%2B12125550123";
            var call = Calls.form(body);
            var signature = Calls.hex(Calls.hmac("HmacSHA256", HOOK_SECRET, call.body()));
            said.append(gateway.readHook(call)).append(gateway.readHook(Calls.with(call, "X-Signature", signature)));
            said.append(gateway);
        }

        assertThat(logged).anyMatch(line -> line.contains("Gateway main was called"));
        assertThat(said + String.join("\n", logged))
                .doesNotContain("12125550123", TEXT, SECRET, HOOK_SECRET, "a-token-of-no-use");
    }
}
