package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.bookbell.spi.testkit.smpp.SmppDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of our side of a bind, with everything switched on, that of jsmpp too. */
class SmppLogTest {

    private static final String PASSWORD = "pAssw0rd";
    private static final String WORDS = "words-of-the-message";

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Notes notes = new Notes();
    private final FakeSmppProvider center = FakeSmppProvider.start();

    /** Keeps what is logged, as it would be written. */
    private static final class Notes extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        notes.setLevel(Level.ALL);
        root.addHandler(notes);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() {
        root.setLevel(before);
        root.removeHandler(notes);
        center.close();
    }

    @Test
    void no_log_line_of_any_level_holds_a_password_a_number_or_a_text() throws InterruptedException {
        center.demand(PASSWORD);
        try (var account = OpenAccount.at(center, "password", PASSWORD)) {
            await().atMost(OpenAccount.PATIENCE).until(() -> account.submit(WORDS) instanceof Accepted);
            center.bring(SmppDelivery.receipt("1", "DELIVRD"));
            center.bring(SmppDelivery.message("12125550123", "12345", 0, WORDS.getBytes(StandardCharsets.US_ASCII)));
            center.bring(SmppDelivery.message("1".repeat(30), "12345", 0, WORDS.getBytes(StandardCharsets.US_ASCII)));
            center.refuseBinds(0x0E);
            center.breakConnections();
            await().atMost(OpenAccount.PATIENCE)
                    .until(() -> notes.lines.stream().anyMatch(line -> line.contains("ESME_RINVPASWD")));
        }

        assertThat(notes.lines)
                .anyMatch(line -> line.contains("is bound to"))
                .noneMatch(line -> shows(line, PASSWORD))
                .noneMatch(line -> shows(line, WORDS))
                .noneMatch(line -> shows(line, "12125550123"))
                .noneMatch(line -> shows(line, "1".repeat(30)));
    }

    @Test
    void a_message_center_that_is_down_is_told_once() {
        center.close();
        try (var account = OpenAccount.at(center, "reconnectSeconds", "1")) {
            account.gateway().check();
            account.gateway().check();
            account.gateway().check();
        }

        assertThat(notes.lines)
                .filteredOn(line -> line.contains("smpp-main"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("is not bound: The message center refuses connections."));
    }

    private static boolean shows(String line, String secret) {
        var octets = secret.getBytes(StandardCharsets.US_ASCII);
        var plain = line.toLowerCase(Locale.ROOT).replace(" ", "");
        return line.contains(secret) || plain.contains(HexFormat.of().formatHex(octets));
    }
}
