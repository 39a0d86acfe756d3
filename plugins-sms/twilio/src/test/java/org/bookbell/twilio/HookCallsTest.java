package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.HookResult.Forged;
import org.bookbell.spi.gateway.HookResult.Malformed;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookCallsTest {

    private static final String ACCOUNT = "AccountSid=" + Accounts.SID;
    private static final String REPORTED = Accounts.HOOK + "?attempt=" + Accounts.ATTEMPT;
    private static final String REPORT = ACCOUNT + "&ApiVersion=2010-04-01&From=%2B12125550199&To=%2B12125550123"
            + "&MessageSid=SM1&SmsSid=SM1&MessageStatus=";
    private static final String INCOMING = ACCOUNT + "&ApiVersion=2010-04-01&FromCountry=US&MessageSid=SM2&NumMedia=0"
            + "&NumSegments=1&SmsStatus=received&To=%2B12125550199";

    private final FakeHttpProvider twilio = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        twilio.close();
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, BUFFERED",
        "scheduled, BUFFERED",
        "queued, BUFFERED",
        "sending, BUFFERED",
        "sent, BUFFERED",
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, UNDELIVERED",
        "failed, UNDELIVERED",
        "canceled, UNDELIVERED",
        "partially_delivered, UNKNOWN"
    })
    void a_report_names_attempt_message_and_state(String status, State state) {
        var receipt = receipt(REPORTED, REPORT + status);

        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.attemptId()).contains(Accounts.ATTEMPT);
        assertThat(receipt.providerMessageId()).contains("SM1");
        assertThat(receipt.raw()).isEqualTo(REPORT + status);
        assertThat(receipt.reason()).isEmpty();
        assertThat(receipt.occurredAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30003, RECIPIENT_UNREACHABLE",
        "30004, BLOCKED",
        "30005, INVALID_RECIPIENT",
        "30006, INVALID_RECIPIENT",
        "30007, BLOCKED",
        "30008,",
        "30001, THROTTLED",
        "30002, ACCOUNT",
        "30017, UNAVAILABLE",
        "30018, SENDER_OR_ROUTE",
        "30022, THROTTLED",
        "30024, SENDER_OR_ROUTE",
        "30032, SENDER_OR_ROUTE",
        "30034, SENDER_OR_ROUTE",
        "30036, THROTTLED",
        "21610, OPTED_OUT",
        "21408, SENDER_OR_ROUTE",
        "21211, INVALID_RECIPIENT",
        "99999,"
    })
    void a_message_that_was_lost_says_why(String code, RefusalReason reason) {
        var receipt = receipt(REPORTED, REPORT + "undelivered&ErrorCode=" + code);

        assertThat(receipt.code()).contains(code);
        assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void a_carrier_that_a_short_code_does_not_reach_says_nothing_about_the_number() {
        var form = REPORT.replace("%2B12125550199", "12345") + "undelivered&ErrorCode=30006";

        assertThat(receipt(REPORTED, form).reason()).contains(RefusalReason.SENDER_OR_ROUTE);
    }

    @Test
    void a_report_at_an_address_of_the_messaging_service_names_the_message_only() {
        var receipt = receipt(Accounts.HOOK, REPORT + "delivered");

        assertThat(receipt.attemptId()).isEmpty();
        assertThat(receipt.providerMessageId()).contains("SM1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiving", "received", "news", "DELIVERED"})
    void a_status_that_is_none_is_left_out(String status) {
        assertThat(understood(Calls.signed(REPORTED, REPORT + status)))
                .isEqualTo(new Understood(List.of(), List.of(), HookAnswer.OK));
    }

    @Test
    void an_incoming_message_is_a_reply_and_is_answered_with_twiml_that_says_nothing() {
        var form = INCOMING + "&From=%2B12125550123&Body=Ja%2C+gern+%F0%9F%98%80+%0A+bis+dann+";
        var understood = understood(Calls.signed(Accounts.HOOK, form));

        assertThat(understood.receipts()).isEmpty();
        assertThat(understood.replies())
                .containsExactly(new Reply(
                        "+12125550123",
                        Optional.of("+12125550199"),
                        "Ja, gern 😀 \n bis dann ",
                        Optional.of("SM2"),
                        Optional.empty(),
                        form));
        assertThat(understood.answer().status()).isEqualTo(200);
        assertThat(understood.answer().contentType()).isEqualTo("text/xml;charset=utf-8");
        assertThat(understood.answer().body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");
    }

    @Test
    void a_stop_that_twilio_understood_comes_with_its_words() {
        var understood =
                understood(Calls.signed(Accounts.HOOK, INCOMING + "&From=%2B12125550123&Body=STOP&OptOutType=STOP"));

        assertThat(understood.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.text()).isEqualTo("STOP");
            assertThat(reply.raw()).contains("OptOutType=STOP");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&From=12345&Body=C",
                "&From=Bank&Body=C",
                "&From=whatsapp%3A%2B12125550123&Body=C",
                "&From=%2B12125550123&Body=",
                "&From=%2B12125550123&Body=+%0A",
                "&From=%2B12125550123",
                "&Body=C"
            })
    void what_is_no_reply_is_left_out(String rest) {
        var understood = understood(Calls.signed(Accounts.HOOK, INCOMING + rest));

        assertThat(understood.replies()).isEmpty();
        assertThat(understood.answer().body()).contains("<Response>");
    }

    @Test
    void a_call_by_get_is_read_from_its_signed_address() {
        var understood =
                understood(Calls.get(Accounts.HOOK + "?" + ACCOUNT + "&MessageSid=SM3&From=%2B12125550123&Body=C"));

        assertThat(understood.replies()).extracting(Reply::text).containsExactly("C");
    }

    @Test
    void what_is_about_another_account_is_left_out() {
        var other = "AC" + "0".repeat(31) + "9";

        assertThat(understood(Calls.signed(REPORTED, (REPORT + "delivered").replace(Accounts.SID, other)))
                        .receipts())
                .isEmpty();
        assertThat(understood(Calls.signed(
                                Accounts.HOOK, (INCOMING + "&From=%2B12125550123&Body=C").replace(Accounts.SID, other)))
                        .replies())
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "AAAA", "%%%"})
    void a_call_that_twilio_did_not_sign_is_refused(String signature) {
        var call = signature == null
                ? Calls.unsigned(REPORTED, REPORT + "delivered")
                : Calls.form(REPORTED, REPORT + "delivered", signature);

        assertThat(read(call)).isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @CsvSource({"delivered, failed", "SM1, SM2", "%2B12125550123, %2B12125550124", "MessageStatus, SmsStatus"})
    void a_call_that_was_changed_is_refused(String was, String is) {
        var signed = Calls.signed(REPORTED, REPORT + "delivered");
        var signature = signed.header("X-Twilio-Signature").orElseThrow();

        assertThat(read(Calls.form(REPORTED, (REPORT + "delivered").replace(was, is), signature)))
                .isInstanceOf(Forged.class);
    }

    @Test
    void a_report_cannot_be_moved_to_another_attempt() {
        var signature = Calls.signed(REPORTED, REPORT + "failed")
                .header("X-Twilio-Signature")
                .orElseThrow();

        assertThat(read(Calls.form(Accounts.HOOK + "?attempt=0ABCDEFGHJKM0", REPORT + "failed", signature)))
                .isInstanceOf(Forged.class);
    }

    @Test
    void a_form_that_cannot_be_read_is_refused() {
        assertThat(read(Calls.form(Accounts.HOOK, "a=%zz", "AAAA"))).isInstanceOf(Forged.class);
    }

    @Test
    void a_signed_call_that_names_no_account_cannot_be_read() {
        assertThat(read(Calls.signed(Accounts.HOOK, "MessageStatus=delivered"))).isInstanceOf(Malformed.class);
    }

    @Test
    void without_the_auth_token_calls_are_read_by_the_proof_in_the_address() {
        var settings = Accounts.settings(
                twilio, Map.of("authToken", "", "apiKeySid", Accounts.KEY, "apiKeySecret", Accounts.KEY_SECRET));
        try (var gateway = Accounts.open(settings, Optional.of(URI.create(Accounts.HOOK)))) {
            assertThat(gateway.readHook(Calls.unsigned(REPORTED, REPORT + "delivered")))
                    .isInstanceOfSatisfying(
                            Understood.class,
                            understood -> assertThat(understood.receipts()).hasSize(1));
            assertThat(gateway.readHook(Calls.unsigned(REPORTED, "a=%zz"))).isInstanceOf(Malformed.class);
        }
    }

    private Receipt receipt(String url, String form) {
        var understood = understood(Calls.signed(url, form));

        assertThat(understood.answer()).isEqualTo(HookAnswer.OK);
        assertThat(understood.replies()).isEmpty();
        assertThat(understood.receipts()).hasSize(1);
        return understood.receipts().get(0);
    }

    private Understood understood(HookRequest call) {
        var result = read(call);
        assertThat(result).isInstanceOf(Understood.class);
        return (Understood) result;
    }

    private HookResult read(HookRequest call) {
        try (var gateway = Accounts.open(twilio, Map.of("replies", "true"))) {
            return gateway.readHook(call);
        }
    }
}
