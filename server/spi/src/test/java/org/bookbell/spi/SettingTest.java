package org.bookbell.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Port", "9port", "smtp-port", "smtp port", "größe"})
    void a_name_is_camel_case(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Setting.text(name, "Port"));
    }

    @Test
    void a_required_setting_without_a_value_is_a_fault() {
        assertThat(Setting.text("host", "Host").check("  "))
                .contains(new SettingFault("host", "Host is missing; enter a value."));
    }

    @Test
    void an_optional_setting_without_a_value_is_none() {
        assertThat(Setting.text("host", "Host").optional().check("")).isEmpty();
        assertThat(Setting.text("host", "Host").withDefault("localhost").check(""))
                .isEmpty();
        assertThat(Setting.number("port", "Port", 25).check("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "25", " 65535 ", "999999999"})
    void a_whole_number_is_a_number(String value) {
        assertThat(Setting.number("port", "Port", 25).check(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2.5", "1e3", "25a", "1000000000", "٢٥"})
    void anything_else_is_no_number_and_the_fault_says_so(String value) {
        assertThat(Setting.number("port", "Port", 25).check(value))
                .hasValueSatisfying(fault -> assertThat(fault.detail())
                        .isEqualTo("Port is \"" + value + "\"; enter a whole number from 0 to 999999999."));
    }

    @Test
    void a_switch_is_true_or_false() {
        var keep = Setting.toggle("keep", "Keep", true);

        assertThat(keep.check("true")).isEmpty();
        assertThat(keep.check("false")).isEmpty();
        assertThat(keep.check("yes")).contains(new SettingFault("keep", "Keep is \"yes\"; enter true or false."));
    }

    @Test
    void a_choice_is_one_of_its_choices_spelt_the_same() {
        var security = Setting.choice("security", "Security", List.of("starttls", "tls", "none"));

        assertThat(security.defaultValue()).isEqualTo("starttls");
        assertThat(security.check("tls")).isEmpty();
        assertThat(security.check("TLS"))
                .contains(new SettingFault("security", "Security is \"TLS\"; choose one of starttls, tls, none."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sms.example", "http://127.0.0.1:8080/send?x=1", "https://sms.example/"})
    void an_address_is_absolute(String value) {
        assertThat(Setting.address("url", "Address").check(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms.example", "ftp://sms.example", "https://", "https:///x", "https://a b"})
    void other_addresses_are_faults(String value) {
        assertThat(Setting.address("url", "Address").check(value)).isPresent();
    }

    @Test
    void only_a_secret_is_secret_and_no_fault_of_it_shows_a_value() {
        assertThat(Setting.secret("password", "Password").isSecret()).isTrue();
        assertThat(Setting.text("user", "User").isSecret()).isFalse();
        assertThat(Setting.secret("password", "Password").check("hunter2")).isEmpty();
    }

    @Test
    void choices_belong_to_a_choice_only() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Setting("a", "A", "", Setting.Kind.CHOICE, true, "", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Setting("a", "A", "", Setting.Kind.TEXT, true, "", List.of("x")));
    }

    @Test
    void help_is_added_and_the_rest_kept() {
        var setting = Setting.number("port", "Port", 25).withHelp("Often 587.");

        assertThat(setting.help()).isEqualTo("Often 587.");
        assertThat(setting.defaultValue()).isEqualTo("25");
        assertThat(setting.required()).isFalse();
    }
}
