package org.bookbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.smtp.wire.Security;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpProviderTest {

    private static final Map<String, String> RIGHT = Map.of(
            "host",
            "smtp.example.com",
            "fromAddress",
            "office@example.com",
            "username",
            "office",
            "password",
            "hunter2");

    private final SmtpProvider provider = new SmtpProvider();

    @Test
    void host_and_from_address_are_all_that_must_be_set() {
        assertThat(faults(Map.of("host", "mail", "fromAddress", "office@example.com")))
                .isEmpty();
        assertThat(faults(Map.of())).extracting(SettingFault::setting).containsExactly("host", "fromAddress");
    }

    @ParameterizedTest
    @CsvSource({
        "host, mail server",
        "host, mail/x",
        "port, 0",
        "port, 65536",
        "port, smtp",
        "security, ssl",
        "fromAddress, office",
        "fromAddress, Office <office@example.com>",
        "connectTimeoutSeconds, 0",
        "timeoutSeconds, 61",
        "maxConnections, 0",
        "trustedCertificate, none"
    })
    void a_wrong_value_is_one_fault_that_names_its_setting(String setting, String value) {
        assertThat(faults(with(setting, value))).singleElement().satisfies(fault -> {
            assertThat(fault.setting()).isEqualTo(setting);
            assertThat(fault.detail()).endsWith(".");
        });
    }

    @Test
    void user_name_and_password_come_together() {
        assertThat(faults(with("password", "")))
                .extracting(SettingFault::setting)
                .containsExactly("password");
        assertThat(faults(with("username", "")))
                .extracting(SettingFault::setting)
                .containsExactly("username");
    }

    @Test
    void a_password_does_not_travel_in_clear() {
        assertThat(faults(with("security", "none"))).singleElement().satisfies(fault -> {
            assertThat(fault.setting()).isEqualTo("security");
            assertThat(fault.detail()).doesNotContain("hunter2");
        });
    }

    @Test
    void a_server_on_this_host_may_get_it_in_clear() {
        var here = new HashMap<>(RIGHT);
        here.putAll(Map.of("security", "none", "host", "127.0.0.1"));

        assertThat(faults(here)).isEmpty();
    }

    @Test
    void a_mailbox_for_bounces_is_set_as_a_whole_or_not_at_all() {
        assertThat(faults(withMailbox(Map.of()))).isEmpty();
        for (var setting : List.of("bounceAddress", "imapHost", "imapUsername", "imapPassword")) {
            assertThat(faults(withMailbox(Map.of(setting, "")))).singleElement().satisfies(fault -> {
                assertThat(fault.setting()).isEqualTo(setting);
                assertThat(fault.detail()).contains("together").doesNotContain("hunter3");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bounceAddress, bounces",
        "bounceAddress, Bounces <bounces@example.org>",
        "bounceAddress, a-name-that-leaves-no-room-for-any-token-x@example.org",
        "imapHost, imap server",
        "imapPort, 0",
        "imapSecurity, ssl",
        "imapSecurity, none"
    })
    void a_wrong_value_of_the_mailbox_is_one_fault_that_names_its_setting(String setting, String value) {
        assertThat(faults(withMailbox(Map.of(setting, value)))).singleElement().satisfies(fault -> {
            assertThat(fault.setting()).isEqualTo(setting);
            assertThat(fault.detail()).endsWith(".").doesNotContain("hunter3");
        });
    }

    @Test
    void a_mailbox_is_read_over_tls_in_its_inbox_unless_set_otherwise() {
        var account = AccountSettings.read(Settings.of(withMailbox(Map.of())).withDefaults(provider.settings()));

        assertThat(account.toString()).doesNotContain("hunter3");
        assertThat(account.bounces()).hasValueSatisfying(mailbox -> {
            assertThat(mailbox.port()).isEqualTo(993);
            assertThat(mailbox.wire().security()).isEqualTo(Security.TLS);
            assertThat(mailbox.folder()).isEqualTo("INBOX");
        });
    }

    @Test
    void an_account_does_not_show_its_password() {
        var account = AccountSettings.read(Settings.of(RIGHT).withDefaults(provider.settings()));

        assertThat(account.toString()).contains("smtp.example.com").doesNotContain("hunter2");
        assertThat(account.port()).isEqualTo(587);
        assertThat(account.wire().security()).isEqualTo(Security.STARTTLS);
    }

    private static Map<String, String> withMailbox(Map<String, String> more) {
        var settings = new HashMap<>(RIGHT);
        settings.putAll(Map.of(
                "bounceAddress", "bounces@example.org",
                "imapHost", "imap.example.org",
                "imapUsername", "bounces",
                "imapPassword", "hunter3"));
        settings.putAll(more);
        return settings;
    }

    private List<SettingFault> faults(Map<String, String> settings) {
        return provider.validate(Settings.of(settings));
    }

    private static Map<String, String> with(String setting, String value) {
        var settings = new HashMap<>(RIGHT);
        settings.put(setting, value);
        return settings;
    }
}
