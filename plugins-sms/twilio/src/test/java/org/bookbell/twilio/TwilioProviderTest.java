package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioProviderTest {

    private static final Map<String, String> RIGHT =
            Map.of("accountSid", Accounts.SID, "authToken", Accounts.TOKEN, "sender", "+12125550199");
    private static final Optional<URI> HOOK = Optional.of(URI.create(Accounts.HOOK));

    @ParameterizedTest
    @CsvSource({
        "accountSid, SK00000000000000000000000000000001",
        "accountSid, AC1",
        "authToken, with spaces",
        "sender, Practice Zoë",
        "sender, A name that is too long",
        "sender, +0123",
        "sender, 12",
        "sender, +-_",
        "messagingServiceSid, MG1",
        "connectionOverrides, #rc=5",
        "connectionOverrides, rc=5 rp=all",
        "address, http://api.twilio.com",
        "address, https://user:secret@api.twilio.com",
        "address, https://api.twilio.com?x=1",
        "address, https://api.twilio.com#x",
        "address, https://127.0.0.1:70000",
        "connectTimeoutSeconds, 0",
        "timeoutSeconds, 61",
        "maxConnections, 101"
    })
    void a_setting_that_cannot_be_right_is_told(String setting, String value) {
        assertThat(faults(Map.of(setting, value)))
                .extracting(SettingFault::setting)
                .contains(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "accountSid, ACabcdefABCDEF00000000000000000001",
        "sender, +4915155500123",
        "sender, 12345",
        "sender, Dr Smith",
        "sender, A+B - C_&1",
        "connectionOverrides, 'rc=5&rp=4xx,5xx,ct,rt&ct=2000'",
        "address, https://api.dublin.ie1.twilio.com",
        "address, http://127.0.0.1:8080/twilio/",
        "address, http://localhost"
    })
    void a_setting_that_is_right_is_no_fault(String setting, String value) {
        assertThat(faults(Map.of(setting, value))).isEmpty();
    }

    @Test
    void a_sender_or_a_messaging_service_is_needed_and_not_both() {
        assertThat(faults(Map.of("sender", "")))
                .extracting(SettingFault::setting)
                .containsExactly("sender");
        assertThat(faults(Map.of("messagingServiceSid", Accounts.SERVICE)))
                .extracting(SettingFault::setting)
                .containsExactly("sender");
        assertThat(faults(Map.of("sender", "", "messagingServiceSid", Accounts.SERVICE)))
                .isEmpty();
    }

    @Test
    void an_auth_token_or_a_whole_api_key_is_needed() {
        assertThat(faults(Map.of("authToken", "")))
                .extracting(SettingFault::setting)
                .containsExactly("authToken");
        assertThat(faults(Map.of("authToken", "", "apiKeySid", Accounts.KEY)))
                .extracting(SettingFault::setting)
                .containsExactly("apiKeySecret");
        assertThat(faults(Map.of("apiKeySecret", Accounts.KEY_SECRET)))
                .extracting(SettingFault::setting)
                .containsExactly("apiKeySid");
        assertThat(faults(Map.of("authToken", "", "apiKeySid", Accounts.KEY, "apiKeySecret", Accounts.KEY_SECRET)))
                .isEmpty();
    }

    @Test
    void nobody_can_answer_a_name() {
        assertThat(faults(Map.of("sender", "Practice", "replies", "true")))
                .extracting(SettingFault::setting)
                .containsExactly("replies");
        assertThat(faults(Map.of("sender", "12345", "replies", "true"))).isEmpty();
    }

    @Test
    void an_account_promises_what_its_settings_say() {
        assertThat(abilities(Map.of(), HOOK))
                .containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.SIGNED_HOOK, Ability.RECEIPTS);
        assertThat(abilities(Map.of("receipts", "false", "replies", "true"), HOOK))
                .containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.SIGNED_HOOK, Ability.REPLIES);
        assertThat(abilities(Map.of("replies", "true"), Optional.empty())).containsOnly(Ability.VALIDITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/hooks/sms/main/t", "http://127.0.0.1/h", "http://[::1]:8080/h"})
    void on_a_server_that_is_tried_out_nobody_can_call(String hook) {
        assertThat(abilities(Map.of("replies", "true"), Optional.of(URI.create(hook))))
                .containsOnly(Ability.VALIDITY);
    }

    @Test
    void without_the_auth_token_the_token_in_the_address_is_the_proof() {
        assertThat(abilities(
                        Map.of("authToken", "", "apiKeySid", Accounts.KEY, "apiKeySecret", Accounts.KEY_SECRET), HOOK))
                .containsOnly(Ability.VALIDITY, Ability.HOOK, Ability.RECEIPTS);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.twilio.com, messaging.twilio.com",
        "https://api.dublin.ie1.twilio.com, messaging.dublin.ie1.twilio.com",
        "https://sms.example.org, sms.example.org"
    })
    void messaging_services_have_a_host_beside_that_of_the_api(String address, String host) {
        assertThat(AccountCheck.messaging(ApiAddress.of(address)).target().host())
                .isEqualTo(host);
    }

    private static Set<Ability> abilities(Map<String, String> more, Optional<URI> hook) {
        try (var gateway = Accounts.open(with(more), hook)) {
            return gateway.abilities();
        }
    }

    private static List<SettingFault> faults(Map<String, String> more) {
        return new TwilioProvider().validate(Settings.of(with(more)));
    }

    private static Map<String, String> with(Map<String, String> more) {
        var settings = new HashMap<>(RIGHT);
        settings.putAll(more);
        return settings;
    }
}
