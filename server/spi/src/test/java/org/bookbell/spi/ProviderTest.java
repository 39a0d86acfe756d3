package org.bookbell.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderTest {

    private final Provider provider = new Provider() {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String label() {
            return "Sample";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.text("account", "Account"),
                    Setting.secret("token", "Token"),
                    Setting.number("port", "Port", 80));
        }
    };

    @Test
    void all_faults_are_told_at_once_in_the_order_of_the_form() {
        assertThat(provider.validate(Settings.of(Map.of("port", "x"))))
                .extracting(SettingFault::setting)
                .containsExactly("account", "token", "port");
    }

    @Test
    void right_settings_have_no_fault_and_unknown_names_do_not_matter() {
        assertThat(provider.validate(Settings.of(Map.of("account", "a", "token", "t", "other", "o"))))
                .isEmpty();
    }
}
