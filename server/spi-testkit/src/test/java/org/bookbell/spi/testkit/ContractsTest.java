package org.bookbell.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.gateway.SmsProvider;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs the contracts against plugins that keep them and plugins that break them. */
class ContractsTest {

    @Test
    void a_plugin_that_keeps_the_contract_passes() {
        assertThat(failures(OfGoodSms.class)).isEmpty();
    }

    @Test
    void a_careless_gateway_is_told_each_promise_it_breaks() {
        assertThat(failures(OfCarelessSms.class))
                .contains(
                        "it_has_a_name_and_a_label",
                        "its_defaults_are_right_and_no_secret_has_one",
                        "it_tells_all_missing_settings_at_once",
                        "it_tells_all_wrong_settings_at_once_in_sentences",
                        "no_fault_shows_a_secret",
                        "a_closed_account_takes_nothing_and_says_so",
                        "sixteen_threads_at_once_each_get_an_answer_of_their_own",
                        "nothing_it_says_shows_a_secret_or_the_recipient",
                        "a_check_answers_within_ten_seconds_in_a_sentence_without_secrets",
                        "any_text_is_taken_or_refused_but_never_breaks_it",
                        "closing_twice_is_closing_once");
    }

    @Test
    void a_careless_exporter_is_told_each_promise_it_breaks() {
        assertThat(failures(OfCarelessExporter.class))
                .contains(
                        "it_says_what_it_is",
                        "a_text_names_its_charset",
                        "no_appointments_are_an_export_too",
                        "any_text_is_written",
                        "the_same_appointments_give_the_same_bytes",
                        "it_closes_neither_stream",
                        "it_writes_while_it_reads",
                        "it_gives_up_once_its_thread_is_interrupted");
    }

    private static List<String> failures(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .failed()
                .map(Event::getTestDescriptor)
                .map(test -> test.getUniqueId().toString().replaceAll(".*\\[(?:method|test-template):(\\w+).*", "$1"))
                .distinct()
                .toList();
    }

    static class OfGoodSms extends SmsProviderContract {

        @Override
        protected SmsProvider provider() {
            return new GoodSms();
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("account", "acme", "token", "a-token-of-no-use");
        }
    }

    static class OfCarelessSms extends SmsProviderContract {

        @Override
        protected SmsProvider provider() {
            return new CarelessSms();
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("account", "acme", "token", "a-token-of-no-use");
        }
    }

    static class OfCarelessExporter extends AppointmentExporterContract {

        @Override
        protected AppointmentExporter exporter() {
            return new CarelessExporter();
        }
    }
}
