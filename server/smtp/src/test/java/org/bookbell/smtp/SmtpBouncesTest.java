package org.bookbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bookbell.smtp.Submissions.anEmail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the envelope of a message to the receipt of its bounce. */
@Timeout(60)
@SuppressWarnings("try")
class SmtpBouncesTest {

    private static final String BOUNCE = """
            Return-Path: <>
            From: MAILER-DAEMON@mail.example.org
            To: %s
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org

            Final-Recipient: rfc822; ann@example.org
            Action: failed
            Status: 5.1.1

            --b--
            """;

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final Heard heard = new Heard();
    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain();

    @BeforeEach
    void start() {
        greenMail.start();
        greenMail.setUser("bounces@practice.example", "bounces", "hunter3");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        greenMail.stop();
    }

    @Test
    void each_message_has_an_envelope_of_its_own_and_asks_for_notice_of_failure_and_delay() throws Exception {
        server.offeringDsn();
        try (var gateway = open("hunter3")) {
            gateway.submit(anEmail("0AAAAAAAAAAAA", "ann@example.org"));
            gateway.submit(anEmail("0BBBBBBBBBBBB", "bob@example.org"));
        }

        assertThat(commands("MAIL")).hasSize(2);
        assertThat(commands("MAIL").get(0))
                .matches("MAIL FROM:<bounces\\+0aaaaaaaaaaaa[a-z2-7]{10}@practice\\.example>.*")
                .contains(" RET=HDRS", " ENVID=0AAAAAAAAAAAA");
        assertThat(commands("MAIL").get(1))
                .contains("<bounces+0bbbbbbbbbbbb", " ENVID=0BBBBBBBBBBBB")
                .doesNotContain("0AAAAAAAAAAAA");
        assertThat(commands("RCPT"))
                .containsExactly(
                        "RCPT TO:<ann@example.org> NOTIFY=FAILURE,DELAY",
                        "RCPT TO:<bob@example.org> NOTIFY=FAILURE,DELAY");
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.contents().get(0)).contains("From: Practice <office@practice.example>");
    }

    @Test
    void a_server_without_notifications_is_asked_for_none() throws Exception {
        try (var gateway = open("hunter3")) {
            assertThat(gateway.submit(anEmail())).isInstanceOf(Accepted.class);
        }

        assertThat(commands("MAIL").get(0)).contains("<bounces+").doesNotContain("RET=", "ENVID=");
        assertThat(commands("RCPT")).containsExactly("RCPT TO:<ann@example.org>");
    }

    @Test
    void without_a_mailbox_the_envelope_names_the_sender() throws Exception {
        server.offeringDsn();
        try (var gateway = Submissions.open(server.port(), Map.of())) {
            gateway.submit(anEmail());
        }

        assertThat(commands("MAIL")).containsExactly("MAIL FROM:<office@practice.example>");
    }

    @Test
    void a_bounce_becomes_a_receipt_for_its_message() throws Exception {
        try (var gateway = open("hunter3")) {
            gateway.submit(anEmail());
            var sender = commands("MAIL").get(0).replaceAll(".*<(.*)>.*", "$1");
            append(BOUNCE.formatted(sender));
        }
        try (var gateway = open("hunter3")) {
            await().until(() -> !heard.receipts().isEmpty());
        }

        assertThat(heard.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.attemptId()).contains("0AAAAAAAAAAAA");
            assertThat(receipt.state()).isEqualTo(Receipt.State.UNDELIVERED);
            assertThat(receipt.reason()).contains(RefusalReason.INVALID_RECIPIENT);
        });
    }

    @Test
    void the_check_looks_into_the_mailbox_too() {
        server.answering("NOOP", "250 ok");
        try (var right = open("hunter3");
                var wrong = open("wrong")) {
            assertThat(right.check().outcome()).isEqualTo(CheckResult.Outcome.WORKS);
            assertThat(wrong.check().outcome()).isEqualTo(CheckResult.Outcome.FAILS);
            assertThat(wrong.check().detail()).contains("mailbox for bounces").doesNotContain("wrong");
        }
    }

    private List<String> commands(String verb) {
        return server.commands().stream().filter(line -> line.startsWith(verb)).toList();
    }

    private EmailGateway open(String password) {
        var settings = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.port()),
                "security", "none",
                "fromAddress", "office@practice.example",
                "fromName", "Practice",
                "bounceAddress", "bounces@practice.example",
                "imapHost", "127.0.0.1",
                "imapSecurity", "none",
                "imapUsername", "bounces",
                "imapPassword", password));
        settings.put("imapPort", Integer.toString(greenMail.getImap().getPort()));
        var provider = new SmtpProvider();
        assertThat(provider.validate(Settings.of(settings))).isEmpty();
        return provider.open(new GatewayContext("mail", Settings.of(settings), Clock.systemUTC(), heard));
    }

    private void append(String text) throws Exception {
        var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        var imap = greenMail.getManagers().getImapHostManager();
        var user = greenMail.getManagers().getUserManager().getUser("bounces");
        imap.getInbox(user).appendMessage(message, new Flags(), new Date());
    }
}
