package org.bookbell.clickatell;

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

class StatusReportTest {

    private static final String AT = "2026-11-22T12:00:00Z";

    private final SmsGateway gateway = Accounts.open("sms", "https://platform.clickatell.com", Map.of());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void the_same_is_said_by_all_interfaces_in_their_ways() {
        var sms = """
                {"integrationName":"Practice","messageId":"77fb","requestId":"1","clientMessageId":"%s","to":"12125550123",
                 "from":"12125550199","statusCode":4,"status":"RECEIVED_BY_RECIPIENT","statusDescription":"Delivered",
                 "timestamp":1795348800000}""".formatted(Accounts.ATTEMPT);
        var one = """
                {"integrationId":"fa","integrationName":"Practice","event":{"messageStatusUpdate":[{"channel":"sms",
                 "messageId":"77fb","clientMessageId":"%s","timestamp":1795348800000,"statusCode":5,"status":"DEVICE_ACK"}]}}""".formatted(Accounts.ATTEMPT);
        var smsByGet = "messageId=77fb&clientMessageId=" + Accounts.ATTEMPT + "&statusCode=4&timestamp=1795348800000";
        var http = "api_id=3442105&apiMsgId=77fb&cliMsgId=" + Accounts.ATTEMPT
                + "&timestamp=1795348800&to=12125550123&from=12125550199&status=004&charge=0.800000";

        assertThat(List.of(
                        Accounts.json(sms),
                        Accounts.json(one),
                        Accounts.post("application/json;charset=UTF-8", one),
                        Accounts.get(smsByGet),
                        Accounts.get(http),
                        Accounts.form(http)))
                .allSatisfy(call -> assertThat(receipt(call))
                        .usingRecursiveComparison()
                        .ignoringFields("raw")
                        .isEqualTo(new Receipt(
                                Optional.of(Accounts.ATTEMPT),
                                Optional.of("77fb"),
                                State.DELIVERED,
                                Optional.of(Instant.parse(AT)),
                                Optional.empty(),
                                Optional.empty(),
                                "")));
    }

    @Test
    void what_came_is_kept_as_evidence() {
        assertThat(receipt(Accounts.get("apiMsgId=77fb&status=003")).raw()).isEqualTo("apiMsgId=77fb&status=003");
    }

    @ParameterizedTest
    @CsvSource({
        "002, BUFFERED, ",
        "003, BUFFERED, ",
        "004, DELIVERED, ",
        "005, UNDELIVERED, ",
        "006, UNDELIVERED, ",
        "007, UNDELIVERED, ",
        "008, BUFFERED, ",
        "009, UNDELIVERED, SENDER_OR_ROUTE",
        "010, UNDELIVERED, UNAVAILABLE",
        "011, BUFFERED, ",
        "012, UNDELIVERED, ACCOUNT",
        "014, UNDELIVERED, ACCOUNT",
        "9, UNDELIVERED, SENDER_OR_ROUTE",
        "10, UNDELIVERED, UNAVAILABLE"
    })
    void a_status_means_what_the_documents_say(String status, State state, RefusalReason reason) {
        var receipt = receipt(Accounts.get("apiMsgId=77fb&status=" + status));

        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(receipt.code()).isEqualTo(state == State.DELIVERED ? Optional.empty() : Optional.of(status));
    }

    @ParameterizedTest
    @CsvSource({
        "2, BUFFERED, ",
        "3, BUFFERED, ",
        "4, BUFFERED, ",
        "5, DELIVERED, ",
        "6, DELIVERED, ",
        "20, UNDELIVERED, RECIPIENT_UNREACHABLE",
        "21, UNDELIVERED, ",
        "23, UNDELIVERED, ",
        "25, UNDELIVERED, ACCOUNT",
        "26, UNDELIVERED, ACCOUNT",
        "29, UNDELIVERED, INVALID_RECIPIENT",
        "100, UNDELIVERED, SENDER_OR_ROUTE",
        "999, UNDELIVERED, "
    })
    void a_status_of_the_one_api_means_something_else(String code, State state, RefusalReason reason) {
        var receipt = receipt(Accounts.json(
                "{\"event\":{\"messageStatusUpdate\":[{\"messageId\":\"77fb\",\"statusCode\":" + code + "}]}}"));

        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messageId\":\"77fb\",\"statusCode\":1,\"status\":\"UNKNOWN\"}",
                "{\"messageId\":\"77fb\",\"statusCode\":13}",
                "{\"messageId\":\"77fb\",\"status\":\"A_NEW_ONE\"}",
                "{\"event\":{\"messageStatusUpdate\":[{\"messageId\":\"77fb\",\"statusCode\":1}]}}",
                "{\"event\":{\"messageStatusUpdate\":[{\"messageId\":\"77fb\",\"statusCode\":\"new\"}]}}",
                "{\"event\":{\"messageStatusUpdate\":[{\"messageId\":\"77fb\",\"statusCode\":5,\"channel\":\"whatsapp\"}]}}",
                "{\"event\":{\"messageStatusUpdate\":{}}}",
                "{\"event\":{\"messageStatusUpdate\":[7]}}",
                "{\"event\":{\"somethingNew\":[{}]}}",
                "{}"
            })
    void what_says_nothing_or_is_new_is_understood_and_left_out(String body) {
        assertThat(gateway.readHook(Accounts.json(body))).isEqualTo(HookResult.understood(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"theirs", "0abcdefghjkmn", "0ABCDEFGHJKMN2"})
    void a_reference_that_is_not_ours_names_no_attempt(String reference) {
        assertThat(receipt(Accounts.get("apiMsgId=77fb&status=007&cliMsgId=" + reference))
                        .attemptId())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-22 12:00:00", "0"})
    void a_time_that_cannot_be_read_is_left_out(String time) {
        assertThat(receipt(Accounts.json("{\"messageId\":\"77fb\",\"statusCode\":4,\"timestamp\":\"" + time + "\"}"))
                        .occurredAt())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=004", "status=004&cliMsgId=theirs", "status=%zz&apiMsgId=77fb", "status=%0"})
    void a_report_that_names_no_message_or_cannot_be_read_is_malformed(String query) {
        assertThat(gateway.readHook(Accounts.get(query))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"messageId\":\"77fb\",", "[]", "delivered"})
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
}
