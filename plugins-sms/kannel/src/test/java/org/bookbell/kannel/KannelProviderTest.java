package org.bookbell.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KannelProviderTest {

    private static final Map<String, String> RIGHT =
            Accounts.settings("http://127.0.0.1:13013/cgi-bin/sendsms", Map.of());

    @ParameterizedTest
    @CsvSource({
        "address, http://:13013/cgi-bin/sendsms",
        "address, http://[::1/cgi-bin/sendsms",
        "address, http://user:secret@127.0.0.1/cgi-bin/sendsms",
        "address, http://127.0.0.1:70000/cgi-bin/sendsms",
        "username, Zoë",
        "password, täglich",
        "sender, Praxis Zoë",
        "sender, A sender of more letters than fit",
        "smsc, Zürich",
        "statusAddress, ftp://127.0.0.1/status.txt",
        "connectTimeoutSeconds, 0",
        "timeoutSeconds, 61"
    })
    void a_setting_that_cannot_be_right_is_told(String setting, String value) {
        assertThat(faults(setting, value)).extracting(SettingFault::setting).containsExactly(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "address, https://sms.example.org/cgi-bin/sendsms",
        "sender, Dr Smith",
        "sender, +12125550199",
        "smsc, carrier-1",
        "password, with space and %&?=",
        "statusAddress, http://127.0.0.1:13000/status.txt"
    })
    void a_setting_that_is_right_is_no_fault(String setting, String value) {
        assertThat(faults(setting, value)).isEmpty();
    }

    @Test
    void an_account_whose_web_hook_nobody_can_call_hears_nothing() {
        try (var gateway = Accounts.open(with("replies", "true"), Optional.empty())) {
            assertThat(gateway.abilities()).containsExactly(Ability.VALIDITY);
        }
    }

    @Test
    void an_account_promises_receipts_and_replies_only_where_the_operator_says_so() {
        var hook = Optional.of(URI.create(Accounts.HOOK));
        try (var usual = Accounts.open(RIGHT, hook);
                var deaf = Accounts.open(with("receipts", "false"), hook);
                var chatty = Accounts.open(with("replies", "true"), hook)) {
            assertThat(usual.abilities()).containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.RECEIPTS);
            assertThat(deaf.abilities()).containsOnly(Ability.VALIDITY, Ability.HOOK);
            assertThat(chatty.abilities())
                    .containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.RECEIPTS, Ability.REPLIES);
        }
    }

    private static List<SettingFault> faults(String setting, String value) {
        return new KannelProvider().validate(Settings.of(with(setting, value)));
    }

    private static Map<String, String> with(String setting, String value) {
        var settings = new HashMap<>(RIGHT);
        settings.put(setting, value);
        return settings;
    }
}
