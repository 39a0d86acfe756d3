package org.bookbell.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
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
                        "closing_twice_is_closing_once",
                        "closing_while_messages_are_on_their_way_leaves_none_without_an_answer",
                        "what_no_gateway_would_deliver_is_refused_for_good",
                        "what_may_be_taken_later_is_refused_for_now",
                        "what_is_not_answered_in_time_is_unclear",
                        "its_provider_is_told_how_long_a_message_is_worth_delivering",
                        "nothing_that_it_logs_shows_a_secret_the_recipient_or_the_words",
                        "a_receipt_that_comes_by_the_web_hook_names_its_message_and_no_other",
                        "its_providers_calls_mean_the_same_in_whatever_order_they_come",
                        "its_providers_calls_are_understood_and_mean_the_same_when_they_come_again",
                        "a_call_that_was_changed_on_its_way_is_forged_where_the_provider_signs",
                        "a_call_without_its_signature_is_forged_where_the_provider_signs",
                        "any_call_of_its_web_hook_is_read_and_says_nothing_unsigned");
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
                        "it_writes_while_it_reads_or_says_how_many_it_holds",
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

        /** It takes whatever comes, and its provider is told that everything is worth delivering for days. */
        @Override
        protected Optional<Map<String, String>> treat(Treatment treatment) {
            return Optional.of(Map.of());
        }

        @Override
        protected Optional<Duration> toldValidity() {
            return Optional.of(Duration.ofDays(2));
        }

        @Override
        protected List<HookRequest> hookCalls() {
            return List.of(call("id=m1&state=delivered&signature=abc"));
        }

        @Override
        protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
            return List.of(call("id=" + attemptId));
        }

        private static HookRequest call(String query) {
            return new HookRequest("GET", "/hooks", query, Map.of(), new byte[0], HOOK + "?" + query);
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
