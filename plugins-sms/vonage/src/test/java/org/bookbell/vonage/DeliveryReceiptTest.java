package org.bookbell.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.HookResult.Malformed;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReceiptTest {

    private final SmsGateway gateway = Accounts.open("https://rest.nexmo.com", Map.of());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_receipt_is_read_whole() {
        var query = "msisdn=12125550123&to=Practice&network-code=310090&messageId=0B00000127FDBC63&price=0.0333"
                + "&status=delivered&scts=2611221310&err-code=0&api-key=abcd1234&client-ref=" + Accounts.ATTEMPT
                + "&message-timestamp=2026-11-22+12%3A10%3A29";

        assertThat(receipt(Accounts.get(query)))
                .isEqualTo(new Receipt(
                        Optional.of(Accounts.ATTEMPT),
                        Optional.of("0B00000127FDBC63"),
                        State.DELIVERED,
                        Optional.of(Instant.parse("2026-11-22T12:10:29Z")),
                        Optional.empty(),
                        Optional.of("310090"),
                        query));
    }

    @Test
    void a_receipt_is_the_same_by_query_form_and_json() {
        var form = "messageId=0B01&status=failed&err-code=6&message-timestamp=2026-11-22+12:10:29";
        var json = """
                {"messageId":"0B01","status":"failed","err-code":6,"price":0.03,"more":{"a":[1]},
                 "message-timestamp":"2026-11-22 12:10:29"}""";

        assertThat(List.of(Accounts.get(form), Accounts.form(form), Accounts.json(json), utf8(json)))
                .allSatisfy(call -> assertThat(receipt(call))
                        .usingRecursiveComparison()
                        .ignoringFields("raw")
                        .isEqualTo(new Receipt(
                                Optional.empty(),
                                Optional.of("0B01"),
                                State.UNDELIVERED,
                                Optional.of(Instant.parse("2026-11-22T12:10:29Z")),
                                Optional.of("6"),
                                Optional.empty(),
                                "",
                                Optional.of(RefusalReason.BLOCKED))));
    }

    @ParameterizedTest
    @CsvSource({
        "delivered, 0, DELIVERED, ",
        "accepted, 0, BUFFERED, ",
        "buffered, 0, BUFFERED, ",
        "buffered, 2, BUFFERED, RECIPIENT_UNREACHABLE",
        "buffered, 6, BUFFERED, ",
        "unknown, 1, UNKNOWN, ",
        "expired, 1, UNDELIVERED, RECIPIENT_UNREACHABLE",
        "expired, 3, UNDELIVERED, INVALID_RECIPIENT",
        "undelivered, 1, UNDELIVERED, ",
        "rejected, 1, UNDELIVERED, ",
        "failed, 1, UNDELIVERED, ",
        "failed, 2, UNDELIVERED, RECIPIENT_UNREACHABLE",
        "failed, 3, UNDELIVERED, INVALID_RECIPIENT",
        "failed, 4, UNDELIVERED, INVALID_RECIPIENT",
        "failed, 5, UNDELIVERED, SENDER_OR_ROUTE",
        "failed, 6, UNDELIVERED, BLOCKED",
        "failed, 7, UNDELIVERED, RECIPIENT_UNREACHABLE",
        "failed, 8, UNDELIVERED, UNAVAILABLE",
        "failed, 9, UNDELIVERED, OPTED_OUT",
        "failed, 10, UNDELIVERED, ",
        "failed, 11, UNDELIVERED, SENDER_OR_ROUTE",
        "failed, 12, UNDELIVERED, SENDER_OR_ROUTE",
        "failed, 13, UNDELIVERED, ",
        "failed, 14, UNDELIVERED, INVALID_RECIPIENT",
        "failed, 15, UNDELIVERED, RECIPIENT_UNREACHABLE",
        "failed, 99, UNDELIVERED, ",
        "failed, nonsense, UNDELIVERED, "
    })
    void a_status_and_its_code_mean_what_the_documents_say(
            String status, String code, State state, RefusalReason reason) {
        var receipt = receipt(Accounts.get("messageId=0B01&status=" + status + "&err-code=" + code));

        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(receipt.code().orElse("0")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "accepted", "buffered", "unknown"})
    void a_part_of_several_that_arrives_speaks_for_itself_only(String status) {
        var receipt =
                receipt(Accounts.get("messageId=0B01&status=" + status + "&client-ref=" + Accounts.ATTEMPT + "-2"));

        assertThat(receipt.attemptId()).isEmpty();
        assertThat(receipt.providerMessageId()).contains("0B01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "undelivered", "rejected", "expired"})
    void a_part_of_several_that_is_lost_is_the_loss_of_the_whole(String status) {
        var receipt =
                receipt(Accounts.get("messageId=0B01&status=" + status + "&client-ref=" + Accounts.ATTEMPT + "-2"));

        assertThat(receipt.attemptId()).contains(Accounts.ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theirs", "0abcdefghjkmn", "0ABCDEFGHJKMN-0", "0ABCDEFGHJKMN-100", "0ABCDEFGHJKMN2"})
    void a_reference_that_is_not_ours_names_no_attempt(String reference) {
        assertThat(receipt(Accounts.get("messageId=0B01&status=failed&client-ref=" + reference))
                        .attemptId())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01 00:00:00", "2611221310"})
    void a_time_that_cannot_be_read_is_left_out(String time) {
        assertThat(receipt(Accounts.json("{\"messageId\":\"0B01\",\"status\":\"delivered\",\"message-timestamp\":\""
                                + time + "\"}"))
                        .occurredAt())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messageId=0B01&status=sleeping",
                "messageId=0B01&status=delivered&api-key=somebody",
                "",
                "hello=world"
            })
    void what_is_unknown_or_another_accounts_is_understood_and_left_out(String query) {
        assertThat(gateway.readHook(Accounts.get(query))).isEqualTo(HookResult.understood(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=delivered", "status=failed&messageId=+", "status=%zz&messageId=0B01"})
    void a_receipt_that_names_no_message_or_cannot_be_read_is_malformed(String query) {
        assertThat(gateway.readHook(Accounts.get(query))).isInstanceOf(Malformed.class);
    }

    @Test
    void an_id_that_is_too_long_is_malformed() {
        assertThat(gateway.readHook(Accounts.get("status=delivered&messageId=" + "0".repeat(121))))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"messageId\":\"0B01\",", "[{\"messageId\":\"0B01\"}]", "delivered"})
    void json_that_is_no_object_is_malformed(String body) {
        assertThat(gateway.readHook(Accounts.json(body))).isInstanceOf(Malformed.class);
    }

    private Receipt receipt(HookRequest call) {
        var result = gateway.readHook(call);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Understood.class,
                        understood -> assertThat(understood.receipts()).hasSize(1));
        return ((Understood) result).receipts().get(0);
    }

    private static HookRequest utf8(String json) {
        return Accounts.post("application/json; charset=UTF-8", json);
    }
}
