package org.bookbell.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Provider} promises, and {@link Setting} of its settings. */
abstract class ProviderContract {

    /** What the tests set for secrets that the account's settings leave out. */
    static final String SECRET = "s3cret-of-the-test-kit";

    /** The provider under test, a new one for each test. */
    protected abstract Provider provider();

    /** Settings with which an account of it opens, secrets included; defaults may be left out. */
    protected abstract Map<String, String> settings();

    @Test
    void it_is_a_public_class_that_the_server_can_make() throws NoSuchMethodException {
        var type = provider().getClass();

        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
    }

    @Test
    void it_has_a_name_and_a_label() {
        assertThat(provider().name())
                .matches("[a-z0-9-]{2,40}")
                .isEqualTo(provider().name());
        assertThat(provider().label()).isNotBlank().hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void its_settings_are_always_the_same_and_each_has_a_name_of_its_own() {
        var settings = provider().settings();

        assertThat(settings).isEqualTo(provider().settings());
        assertThat(settings).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(settings).extracting(Setting::label).noneMatch(String::isBlank);
    }

    @Test
    void its_defaults_are_right_and_no_secret_has_one() {
        assertThat(provider().settings()).allSatisfy(setting -> {
            assertThat(setting.check(setting.defaultValue()).filter(fault -> !setting.required()))
                    .isEmpty();
            assertThat(setting.isSecret() && !setting.defaultValue().isEmpty()).isFalse();
        });
    }

    @Test
    void it_finds_no_fault_with_right_settings_nor_with_names_it_does_not_know() {
        var settings = new HashMap<>(settings());
        settings.put("aNameThatNobodyDeclared", "value");

        assertThat(provider().validate(Settings.of(settings))).isEmpty();
    }

    @Test
    void it_tells_all_missing_settings_at_once() {
        var required = provider().settings().stream()
                .filter(setting -> setting.required() && setting.defaultValue().isEmpty())
                .map(Setting::name)
                .toList();

        assertThat(provider().validate(Settings.of(Map.of())))
                .extracting(SettingFault::setting)
                .containsAll(required);
    }

    @Test
    void it_tells_all_wrong_settings_at_once_in_sentences() {
        var wrong = wrongValues();

        var faults = provider().validate(Settings.of(wrong));

        assertThat(faults).extracting(SettingFault::setting).containsAll(wrong.keySet());
        assertThat(faults).extracting(SettingFault::detail).allMatch(detail -> detail.endsWith("."));
    }

    @Test
    void its_faults_name_settings_that_it_declared() {
        var declared = provider().settings().stream().map(Setting::name).toList();

        assertThat(provider().validate(Settings.of(wrongValues())))
                .extracting(SettingFault::setting)
                .isSubsetOf(declared);
    }

    @Test
    void no_fault_shows_a_secret() {
        var settings = new HashMap<>(wrongValues());
        provider().settings().stream()
                .filter(Setting::isSecret)
                .forEach(setting -> settings.put(setting.name(), SECRET));

        assertThat(provider().validate(Settings.of(settings)).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\r\n", "😀", "\ud800", "-1", "999999999999999999999", "https://", "';--", "%s%n${x}"})
    void it_answers_whatever_the_operator_typed(String typed) {
        var settings = provider().settings().stream().collect(Collectors.toMap(Setting::name, setting -> typed));

        assertThat(provider().validate(Settings.of(settings))).isNotNull();
        assertThat(provider()
                        .validate(Settings.of(settings).withDefaults(provider().settings())))
                .isNotNull();
    }

    private Map<String, String> wrongValues() {
        return provider().settings().stream()
                .filter(setting -> wrongValue(setting).isPresent())
                .collect(Collectors.toMap(
                        Setting::name, setting -> wrongValue(setting).orElseThrow()));
    }

    private static Optional<String> wrongValue(Setting setting) {
        return switch (setting.kind()) {
            case NUMBER, SWITCH, CHOICE, ADDRESS -> Optional.of("wrong value of the test kit");
            case TEXT, SECRET -> Optional.empty();
        };
    }
}
