package org.bookbell.vonage;

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

class VonageProviderTest {

    private static final Map<String, String> RIGHT = Accounts.settings("https://rest.nexmo.com", Map.of());

    @ParameterizedTest
    @CsvSource({
        "address, http://rest.nexmo.com",
        "address, https://user:secret@rest.nexmo.com",
        "address, https://rest.nexmo.com?a=b",
        "address, https://rest.nexmo.com:70000",
        "apiKey, abcd 1234",
        "sender, Praxis Zoë",
        "sender, A sender of more letters than fit",
        "sender, +1212555019999999",
        "authentication, jwt",
        "signatureMethod, crc",
        "connectTimeoutSeconds, 0",
        "timeoutSeconds, 61",
        "timeoutSeconds, 999999999"
    })
    void a_setting_that_cannot_be_right_is_told(String setting, String value) {
        assertThat(faults(with(setting, value)))
                .extracting(SettingFault::setting)
                .containsExactly(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "address, https://api-eu.vonage.com/",
        "address, http://127.0.0.1:8080",
        "sender, Dr Smith",
        "sender, +12125550199",
        "sender, 12125550199",
        "timeoutSeconds, 60"
    })
    void a_setting_that_is_right_is_no_fault(String setting, String value) {
        assertThat(faults(with(setting, value))).isEmpty();
    }

    @Test
    void the_address_is_vonages_unless_told() {
        var settings = new HashMap<>(RIGHT);
        settings.remove("address");

        assertThat(faults(settings)).isEmpty();
    }

    @Test
    void what_is_missing_for_the_proof_of_requests_is_told() {
        var secretless = new HashMap<>(RIGHT);
        secretless.remove("apiSecret");

        assertThat(faults(secretless)).extracting(SettingFault::setting).containsExactly("apiSecret");
        assertThat(faults(with("authentication", "signature")))
                .extracting(SettingFault::setting)
                .containsExactly("signatureSecret");
        assertThat(faults(with("signedHook", "true")))
                .extracting(SettingFault::setting)
                .containsExactly("signatureSecret");
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(faults(Map.of("sender", "?", "timeoutSeconds", "0", "authentication", "signature")))
                .extracting(SettingFault::setting)
                .containsExactlyInAnyOrder("apiKey", "sender", "signatureSecret", "timeoutSeconds");
    }

    @Test
    void an_account_whose_web_hook_nobody_can_call_hears_nothing() {
        try (var gateway = Accounts.open(with("replies", "true"), Optional.empty())) {
            assertThat(gateway.abilities()).containsExactly(Ability.VALIDITY);
        }
    }

    @Test
    void an_account_promises_what_the_operator_says() {
        var hook = Optional.of(URI.create(Accounts.HOOK));
        var signed = with("signedHook", "true");
        signed.put("signatureSecret", Accounts.SIGNATURE_SECRET);
        try (var usual = Accounts.open(RIGHT, hook);
                var deaf = Accounts.open(with("receipts", "false"), hook);
                var chatty = Accounts.open(with("replies", "true"), hook);
                var proven = Accounts.open(signed, hook)) {
            assertThat(usual.abilities()).containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.RECEIPTS);
            assertThat(deaf.abilities()).containsOnly(Ability.VALIDITY, Ability.HOOK);
            assertThat(chatty.abilities())
                    .containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.RECEIPTS, Ability.REPLIES);
            assertThat(proven.abilities())
                    .containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.RECEIPTS, Ability.SIGNED_HOOK);
        }
    }

    private static List<SettingFault> faults(Map<String, String> settings) {
        return new VonageProvider().validate(Settings.of(settings));
    }

    private static Map<String, String> with(String setting, String value) {
        var settings = new HashMap<>(RIGHT);
        settings.put(setting, value);
        return settings;
    }
}
