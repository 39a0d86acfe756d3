package org.bookbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.http.Gateways.anSms;
import static org.bookbell.http.Gateways.open;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.ServerKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpEncryptionTest {

    @TempDir
    private Path folder;

    @Test
    void a_gateway_whose_certificate_is_trusted_gets_messages_over_kept_connections() throws Exception {
        var keys = ServerKeys.of(folder, "IP:127.0.0.1");

        try (var provider = FakeHttpProvider.listeningOn(keys.listen());
                var gateway = open(settings(provider, Map.of("trustedCertificate", keys.certificate())))) {
            assertThat(gateway.submit(anSms("Zoë 😀"))).isInstanceOf(Accepted.class);
            assertThat(gateway.submit(anSms("Zoë 😀"))).isInstanceOf(Accepted.class);

            assertThat(provider.awaitRequest().formParameters().get("text")).containsExactly("Zoë 😀");
            assertThat(provider.connections()).isOne();
        }
    }

    @Test
    void a_kept_connection_that_ended_is_replaced() throws Exception {
        var keys = ServerKeys.of(folder, "IP:127.0.0.1");

        try (var provider = FakeHttpProvider.listeningOn(keys.listen());
                var gateway = open(settings(provider, Map.of("trustedCertificate", keys.certificate())))) {
            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
            provider.dropConnections();

            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
            assertThat(provider.requests()).hasSize(2);
        }
    }

    @Test
    void a_gateway_that_hangs_or_cuts_leaves_it_unclear() throws Exception {
        var keys = ServerKeys.of(folder, "IP:127.0.0.1");
        var more = Map.of("trustedCertificate", keys.certificate(), "timeoutSeconds", "2");

        try (var provider = FakeHttpProvider.listeningOn(keys.listen());
                var gateway = open(settings(provider, more))) {
            provider.next(
                    FakeAnswer.hang(), FakeAnswer.cut(), FakeAnswer.status(200).after(Duration.ofMillis(50)));

            assertThat(gateway.submit(anSms())).isInstanceOf(Unclear.class);
            assertThat(gateway.submit(anSms())).isInstanceOf(Unclear.class);
            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
            assertThat(provider.requests()).hasSize(3);
        }
    }

    @Test
    void a_certificate_that_is_not_trusted_is_the_accounts_fault_and_nothing_is_sent() throws Exception {
        var keys = ServerKeys.of(folder, "IP:127.0.0.1");

        try (var provider = FakeHttpProvider.listeningOn(keys.listen());
                var gateway = open(settings(provider, Map.of("checkAddress", address(provider))))) {
            assertCertificateRefused(gateway.submit(anSms()));
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.FAILS);
            assertThat(provider.requests()).isEmpty();
        }
    }

    @Test
    void a_certificate_for_another_name_is_the_accounts_fault_and_nothing_is_sent() throws Exception {
        var keys = ServerKeys.of(folder, "DNS:gateway.example.org");

        try (var provider = FakeHttpProvider.listeningOn(keys.listen());
                var gateway = open(settings(provider, Map.of("trustedCertificate", keys.certificate())))) {
            assertCertificateRefused(gateway.submit(anSms()));
            assertThat(provider.requests()).isEmpty();
        }
    }

    @Test
    void a_gateway_that_speaks_no_tls_is_a_certain_refusal() throws InterruptedException {
        try (var provider = FakeHttpProvider.start()) {
            provider.answering(FakeAnswer.text(400, "plain"));
            try (var gateway = open(settings(provider, Map.of("connectTimeoutSeconds", "2")))) {
                assertThat(gateway.submit(anSms())).isInstanceOf(Refused.class);
            }
            assertThat(provider.requests()).isEmpty();
        }
    }

    private static void assertCertificateRefused(SubmitResult result) {
        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT);
            assertThat(refused.code()).isEqualTo("certificate");
        });
    }

    private static Map<String, String> settings(FakeHttpProvider provider, Map<String, String> more) {
        var settings = new HashMap<>(Map.of("address", address(provider), "body", "to={to}&text={text}"));
        settings.putAll(more);
        return settings;
    }

    private static String address(FakeHttpProvider provider) {
        return "https://127.0.0.1:" + provider.port() + "/sms";
    }
}
