package org.bookbell.clickatell;

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
import org.junit.jupiter.params.provider.ValueSource;

class ClickatellProviderTest {

    private static final Optional<URI> HOOK = Optional.of(URI.create(Accounts.HOOK));

    @ParameterizedTest
    @CsvSource({
        "api, rest",
        "apiKey, with space",
        "apiKey, Schlüssel",
        "apiId, 34 42",
        "sender, Praxis Zoë",
        "sender, A sender of more letters than fit",
        "address, http://platform.clickatell.com",
        "address, https://user:secret@platform.clickatell.com",
        "address, https://platform.clickatell.com:70000",
        "connectTimeoutSeconds, 0",
        "timeoutSeconds, 61"
    })
    void a_setting_that_cannot_be_right_is_told(String setting, String value) {
        assertThat(faults(with("sms", setting, value)))
                .extracting(SettingFault::setting)
                .containsExactly(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "apiKey, gHJ-_x0123456789abcdef==",
        "sender, Dr Smith",
        "sender, +12125550199",
        "address, http://127.0.0.1:8080",
        "address, https://platform.clickatell.com/"
    })
    void a_setting_that_is_right_is_no_fault(String setting, String value) {
        assertThat(faults(with("one", setting, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "one", "http"})
    void what_an_interface_needs_is_no_fault(String api) {
        var settings = new HashMap<>(Accounts.settings(api, "https://127.0.0.1", Map.of()));
        settings.remove("address");

        assertThat(faults(settings)).isEmpty();
    }

    @Test
    void what_an_interface_lacks_is_told_all_at_once() {
        assertThat(faults(Map.of())).extracting(SettingFault::setting).containsExactly("apiKey");
        assertThat(faults(Map.of("api", "http", "apiKey", "a-key", "timeoutSeconds", "0")))
                .extracting(SettingFault::setting)
                .containsExactly("username", "password", "apiId", "timeoutSeconds");
    }

    @Test
    void an_account_whose_web_hook_nobody_can_call_hears_nothing() {
        try (var gateway = Accounts.open(with("sms", "replies", "true"), Optional.empty())) {
            assertThat(gateway.abilities()).containsExactly(Ability.VALIDITY);
        }
    }

    @Test
    void an_account_promises_what_its_interface_and_the_operator_say() {
        try (var sms = Accounts.open(with("sms", "replies", "true"), HOOK);
                var one = Accounts.open(with("one", "receipts", "true"), HOOK);
                var http = Accounts.open(with("http", "receipts", "false"), HOOK)) {
            assertThat(sms.abilities()).containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.RECEIPTS, Ability.REPLIES);
            assertThat(one.abilities()).containsOnly(Ability.HOOK, Ability.RECEIPTS);
            assertThat(http.abilities()).containsOnly(Ability.VALIDITY, Ability.HOOK);
        }
    }

    private static List<SettingFault> faults(Map<String, String> settings) {
        return new ClickatellProvider().validate(Settings.of(settings));
    }

    private static Map<String, String> with(String api, String setting, String value) {
        var settings = new HashMap<>(Accounts.settings(api, "https://127.0.0.1", Map.of("receipts", "true")));
        settings.put(setting, value);
        return settings;
    }
}
