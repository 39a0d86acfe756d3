package org.bookbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.smtp.Submissions.anEmail;
import static org.bookbell.smtp.Submissions.open;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.testkit.ServerKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SmtpEncryptionTest {

    private static ServerKeys keys;
    private static ServerKeys keysOfAnotherHost;

    @BeforeAll
    static void makeKeys(@TempDir Path folder, @TempDir Path another)
            throws IOException, InterruptedException, GeneralSecurityException {
        keys = ServerKeys.of(folder, "IP:127.0.0.1");
        keysOfAnotherHost = ServerKeys.of(another, "DNS:mail.elsewhere.example");
    }

    @Test
    void starttls_encrypts_before_anything_is_said() throws Exception {
        try (var server = ScriptedSmtpServer.withStarttls(keys.server());
                var gateway = open(server.port(), signedIn("starttls", keys))) {
            assertThat(gateway.submit(anEmail())).isInstanceOf(Accepted.class);
            assertThat(gateway.check().outcome()).isEqualTo(CheckResult.Outcome.WORKS);

            assertThat(server.steps())
                    .startsWith("GREETING", "EHLO", "STARTTLS", "EHLO*", "AUTH*", "MAIL*", "RCPT*", "DATA*", "END*");
        }
    }

    @Test
    void tls_encrypts_from_the_first_byte() throws Exception {
        try (var server = ScriptedSmtpServer.withTls(keys.server());
                var gateway = open(server.port(), signedIn("tls", keys))) {
            assertThat(gateway.submit(anEmail())).isInstanceOf(Accepted.class);

            assertThat(server.steps()).allMatch(step -> step.endsWith("*"));
        }
    }

    @Test
    void a_server_that_offers_no_starttls_gets_neither_password_nor_message() throws Exception {
        try (var server = ScriptedSmtpServer.plain();
                var gateway = open(server.port(), signedIn("starttls", keys))) {
            assertThat(gateway.submit(anEmail())).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT);
                assertThat(refused.code()).isEqualTo("starttls");
            });

            assertThat(server.steps()).doesNotContain("AUTH", "MAIL");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        try (var server = ScriptedSmtpServer.withStarttls(keys.server());
                var gateway = open(server.port(), Map.of("security", "starttls"))) {
            assertThat(gateway.submit(anEmail()))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("certificate"));
            assertThat(server.steps()).doesNotContain("MAIL", "MAIL*");
        }
    }

    @Test
    void the_certificate_of_another_host_is_refused() throws Exception {
        try (var server = ScriptedSmtpServer.withTls(keysOfAnotherHost.server());
                var gateway = open(server.port(), signedIn("tls", keysOfAnotherHost))) {
            assertThat(gateway.submit(anEmail()))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("certificate"));
            assertThat(server.steps()).doesNotContain("AUTH*", "MAIL*");
        }
    }

    @Test
    void an_interrupt_ends_an_encrypted_connection_too() throws Exception {
        try (var server = ScriptedSmtpServer.withTls(keys.server()).answering("END", ScriptedSmtpServer.HANG);
                var gateway = open(server.port(), signedIn("tls", keys))) {
            var thread = new InterruptibleSubmission(gateway);
            server.awaitStep("END");

            assertThat(thread.endsWhenInterrupted()).isTrue();
        }
    }

    private static Map<String, String> signedIn(String security, ServerKeys trusted) throws GeneralSecurityException {
        return Map.of(
                "security", security,
                "username", "office",
                "password", "hunter2",
                "timeoutSeconds", "30",
                "trustedCertificate", trusted.certificate());
    }
}
