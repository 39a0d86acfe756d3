package org.bookbell.export.busy.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.bookbell.spi.testkit.ServerKeys;
import org.bookbell.storage.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://10.1.2.3/",
                "https://169.254.169.254/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::]/",
                "https://[64:ff9b::7f00:1]/",
                "https://224.0.0.1/"
            })
    void without_permission_nothing_private_is_connected_to(String address) {
        var connector = new Connector(new AllowedOrigins("none"), InetAddress::getAllByName, usual());

        assertThatThrownBy(() -> connector.connect(FeedAddress.parse(address).orElseThrow(), soon()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("private network");
    }

    @Test
    void a_name_that_leads_inside_is_refused_whatever_it_is_called() {
        var connector = new Connector(new AllowedOrigins("none"), this::resolve, usual());
        var address = FeedAddress.parse("https://calendar.example.org/").orElseThrow();

        assertThatThrownBy(() -> connector.connect(address, soon())).isInstanceOf(Refusal.class);

        assertThat(asked).containsExactly("calendar.example.org");
    }

    @Test
    void http_and_other_ports_need_permission() {
        var connector = new Connector(new AllowedOrigins("none"), this::resolve, usual());

        for (var address : List.of("http://calendar.example.org/", "https://calendar.example.org:8443/")) {
            assertThatThrownBy(
                            () -> connector.connect(FeedAddress.parse(address).orElseThrow(), soon()))
                    .isInstanceOf(Refusal.class);
        }

        assertThat(asked).isEmpty();
    }

    @Test
    void permission_is_for_one_origin_only() {
        var origins = new AllowedOrigins("http://127.0.0.1:8081, https://calendar.local");

        assertThat(origins.has(FeedAddress.parse("http://127.0.0.1:8081/x").orElseThrow()))
                .isTrue();
        assertThat(origins.has(FeedAddress.parse("https://CALENDAR.local:443/x").orElseThrow()))
                .isTrue();
        assertThat(origins.has(FeedAddress.parse("http://127.0.0.1:8082/x").orElseThrow()))
                .isFalse();
        assertThat(origins.has(FeedAddress.parse("https://127.0.0.1:8081/x").orElseThrow()))
                .isFalse();
        assertThat(origins.has(FeedAddress.parse("http://calendar.local/x").orElseThrow()))
                .isFalse();
        assertThatThrownBy(() -> new AllowedOrigins("calendar.local"))
                .hasMessageContaining("bookbell.calendars.allowed");
    }

    @Test
    void a_server_must_prove_the_name_that_it_was_asked_by(@TempDir Path folder) throws Exception {
        var keys = ServerKeys.of(folder, "DNS:calendar.example.org");
        try (var server = new CalendarServer(keys.listen())) {
            server.answers("HTTP/1.1 200 OK", "abc");

            assertThat(fetch(server, "calendar.example.org", trusting(keys))).isInstanceOf(Fetched.Whole.class);
            assertThat(fetch(server, "other.example.org", trusting(keys)))
                    .isEqualTo(Fetched.failed("The calendar's server could not prove who it is."));
            assertThat(fetch(server, "calendar.example.org", usual()))
                    .isEqualTo(Fetched.failed("The calendar's server could not prove who it is."));
        }
    }

    private Fetched fetch(CalendarServer server, String host, SSLSocketFactory encryption) {
        var origin = "https://" + host + ":" + server.port();
        var connector = new Connector(new AllowedOrigins(origin), this::resolve, encryption);
        return new Fetching(
                        connector,
                        MovableClock.at("2026-11-02T08:00:00Z"),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30))
                .fetch(FeedAddress.parse(origin + "/x.ics").orElseThrow(), Validators.NONE);
    }

    private InetAddress[] resolve(String host) {
        asked.add(host);
        return new InetAddress[] {LOOPBACK};
    }

    private static SSLSocketFactory trusting(ServerKeys keys) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "test",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(keys.certificate().getBytes(US_ASCII))));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static SSLSocketFactory usual() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }
}
