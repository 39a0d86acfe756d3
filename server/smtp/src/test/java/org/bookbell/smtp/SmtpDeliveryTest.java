package org.bookbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.smtp.Submissions.NOON;
import static org.bookbell.smtp.Submissions.anEmail;
import static org.bookbell.smtp.Submissions.open;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmtpDeliveryTest {

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void a_message_arrives_with_what_tells_machines_that_a_machine_wrote_it() throws Exception {
        submit(anEmail());

        var message = theOnlyMessage();
        assertThat(message.getFrom()[0]).hasToString("Practice <office@practice.example>");
        assertThat(message.getAllRecipients()[0]).hasToString("ann@example.org");
        assertThat(message.getReplyTo()[0]).hasToString("desk@practice.example");
        assertThat(message.getSubject()).isEqualTo("Tomorrow at 9");
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOON);
        assertThat(message.getMessageID()).isEqualTo("<0AAAAAAAAAAAA@practice.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("X-Bookbell-Attempt")).containsExactly("0AAAAAAAAAAAA");
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://book.example/unsubscribe/abc>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getContent().toString().strip()).isEqualTo("See you tomorrow.");
    }

    @Test
    void the_accepted_id_is_the_messages_id() throws InterruptedException {
        assertThat(submit(anEmail()))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted ->
                                assertThat(accepted.providerMessageId()).contains("0AAAAAAAAAAAA@practice.example"));
    }

    @Test
    void every_script_survives_in_subject_and_text() throws Exception {
        var text = "Zoë, до завтра в 9 — 明日の9時 😀\n\nSee you\n.\n.. dots\n" + "long ".repeat(400);

        submit(anEmail("Zoë: завтра, 明日 😀 " + "and so on ".repeat(20), text, List.of()));

        var message = theOnlyMessage();
        assertThat(message.getSubject()).startsWith("Zoë: завтра, 明日 😀 and so on");
        assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(text.strip());
    }

    @Test
    void no_line_break_becomes_a_header() throws Exception {
        submit(new EmailSubmission(
                "0AAAAAAAAAAAA",
                "ann@example.org",
                "Practice\r\nBcc: eve@example.org",
                Optional.of("desk@practice.example\r\nX-Evil: 1"),
                "Tomorrow\r\nX-Evil: 2\n\nbody\u2028X-Evil: 3",
                "text",
                Optional.empty(),
                List.of(new Attachment("a\r\nX-Evil: 4.ics", "text/calendar\r\nX-Evil: 5", new byte[] {65})),
                Duration.ofHours(1)));

        var message = theOnlyMessage();
        assertThat(message.getHeader("X-Evil")).isNull();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("Tomorrow X-Evil: 2 body X-Evil: 3");
        assertThat(message.getReplyTo()[0]).isEqualTo(new InternetAddress("office@practice.example"));
        assertThat(part(message, 1).getHeader("X-Evil")).isNull();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void attachments_arrive_byte_for_byte() throws Exception {
        var calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Zoë\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[10_000];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) i);

        submit(anEmail(
                "With files",
                "text",
                List.of(
                        new Attachment("Termin Zoë.ics", "text/calendar; charset=utf-8", calendar),
                        new Attachment("../sheet.pdf", "no media type", bytes))));

        var message = theOnlyMessage();
        assertThat(part(message, 0).getContent().toString().strip()).isEqualTo("text");
        assertThat(part(message, 1).getFileName()).isEqualTo("Termin Zoë.ics");
        assertThat(part(message, 1).getContentType()).startsWith("text/calendar");
        assertThat(part(message, 1).getInputStream().readAllBytes()).isEqualTo(calendar);
        assertThat(part(message, 2).getFileName()).isEqualTo(".._sheet.pdf");
        assertThat(part(message, 2).getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void a_link_without_https_offers_no_one_press() throws Exception {
        submit(new EmailSubmission(
                "0AAAAAAAAAAAA",
                "ann@example.org",
                "",
                Optional.empty(),
                "Tomorrow",
                "text",
                Optional.of(URI.create("http://127.0.0.1:8080/unsubscribe/abc")),
                List.of(),
                Duration.ofHours(1)));

        assertThat(theOnlyMessage().getHeader("List-Unsubscribe")).isNotNull();
        assertThat(theOnlyMessage().getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void an_international_domain_is_written_in_ascii() throws Exception {
        submit(anEmail("0AAAAAAAAAAAA", "ann@bücher.example"));

        assertThat(theOnlyMessage().getAllRecipients()[0]).hasToString("ann@xn--bcher-kva.example");
    }

    @Test
    void sixteen_threads_share_a_few_connections_and_lose_nothing() throws Exception {
        var results = Collections.synchronizedList(new ArrayList<SubmitResult>());
        try (var gateway = open(port(), Map.of())) {
            inParallel(160, number -> {
                results.add(gateway.submit(anEmail("0AAAAAAAAA" + (100 + number), "client" + number + "@example.org")));
                return true;
            });
        }

        assertThat(results).hasSize(160).allMatch(Accepted.class::isInstance);
        assertThat(greenMail.getReceivedMessages()).hasSize(160);
        assertThat(List.of(greenMail.getReceivedMessages()))
                .extracting(MimeMessage::getMessageID)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_signed_in_account_passes_the_check_and_a_wrong_password_does_not() {
        greenMail.setUser("office@practice.example", "office", "hunter2");

        try (var right = open(port(), Map.of("username", "office", "password", "hunter2"));
                var wrong = open(port(), Map.of("username", "office", "password", "hunter3"))) {
            assertThat(right.check().outcome()).isEqualTo(CheckResult.Outcome.WORKS);
            assertThat(wrong.check().outcome()).isEqualTo(CheckResult.Outcome.FAILS);
        }
    }

    private SubmitResult submit(EmailSubmission email) throws InterruptedException {
        try (var gateway = open(port(), Map.of())) {
            return gateway.submit(email);
        }
    }

    private int port() {
        return greenMail.getSmtp().getPort();
    }

    private MimeMessage theOnlyMessage() {
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        return greenMail.getReceivedMessages()[0];
    }

    private static BodyPart part(MimeMessage message, int index) throws MessagingException, IOException {
        return ((MimeMultipart) message.getContent()).getBodyPart(index);
    }

    private interface Numbered {
        boolean run(int number) throws Exception;
    }

    private static void inParallel(int times, Numbered work) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(16);
        var tasks = IntStream.range(0, times)
                .<Callable<Boolean>>mapToObj(number -> () -> work.run(number))
                .toList();
        for (var future : threads.invokeAll(tasks)) {
            future.get();
        }
        threads.shutdown();
    }
}
