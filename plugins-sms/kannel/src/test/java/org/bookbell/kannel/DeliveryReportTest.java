package org.bookbell.kannel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.HookResult.Malformed;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTest {

    private static final String RECEIPT =
            "id:77 sub:001 dlvrd:000 submit date:2611221200 done date:2611221201 stat:%s err:%s text:Tomorrow at 9, Ann";

    @Test
    void a_report_names_the_attempt_and_kannels_time() {
        var receipt = receipt(1, RECEIPT.formatted("DELIVRD", "000"));

        assertThat(receipt.attemptId()).contains(Accounts.ATTEMPT);
        assertThat(receipt.providerMessageId()).isEmpty();
        assertThat(receipt.state()).isEqualTo(State.DELIVERED);
        assertThat(receipt.occurredAt()).contains(Instant.ofEpochSecond(1_795_348_800));
        assertThat(receipt.code()).isEmpty();
        assertThat(receipt.reason()).isEmpty();
    }

    @Test
    void the_evidence_holds_the_smscs_id_and_words_but_not_the_messages() {
        assertThat(receipt(1, RECEIPT.formatted("DELIVRD", "000")).raw())
                .isEqualTo("type=1 smsc=UP1 id=77 at=1795348800 id:77 sub:001 dlvrd:000 submit date:2611221200"
                        + " done date:2611221201 stat:DELIVRD err:000");
    }

    @ParameterizedTest
    @CsvSource({
        "2, UNDELIV, 00b, UNDELIVERED, UNDELIV 00b, ",
        "2, REJECTD, 045, UNDELIVERED, REJECTD 045, ",
        "2, DELETED, 000, UNDELIVERED, DELETED 000, ",
        "2, EXPIRED, 001, UNDELIVERED, EXPIRED 001, RECIPIENT_UNREACHABLE",
        "2, UNKNOWN, 000, UNKNOWN, UNKNOWN 000, ",
        "4, ACCEPTD, 000, BUFFERED, ACCEPTD 000, ",
        "4, ENROUTE, 000, BUFFERED, ENROUTE 000, ",
        "4, BUFFRED, 006, BUFFERED, BUFFRED 006, RECIPIENT_UNREACHABLE"
    })
    void a_receipt_of_the_smsc_is_read(
            int type, String stat, String err, State state, String code, RefusalReason reason) {
        var receipt = receipt(type, RECEIPT.formatted(stat, err));

        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.code()).contains(code);
        assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "NACK/0x0000000b/Invalid Destination Address, 0x0000000b, INVALID_RECIPIENT",
        "NACK/0x0000000a/Invalid Source Address, 0x0000000a, SENDER_OR_ROUTE",
        "NACK/0x00000048/Invalid Source Address TON, 0x00000048, SENDER_OR_ROUTE",
        "NACK/0x00000045/Submit failed, 0x00000045, ",
        "NACK/0x00000410/vendor-specific error, 0x00000410, ",
        "NACK/0xffffffff/Vendor, 0xffffffff, ",
        "NACK/Retries Exceeded, Retries Exceeded, UNAVAILABLE",
        "NACK/validity expired, validity expired, ",
        "NACK/no SMSC, no SMSC, ",
        "NACK/, , ",
        "'', , "
    })
    void what_the_smsc_or_kannel_refused_is_undelivered_for_a_reason_where_it_is_certain(
            String answer, String code, RefusalReason reason) {
        var receipt = receipt(16, answer);

        assertThat(receipt.state()).isEqualTo(State.UNDELIVERED);
        assertThat(receipt.code()).isEqualTo(Optional.ofNullable(code));
        assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void a_message_that_the_smsc_took_is_on_its_way_and_not_late() {
        var receipt = receipt(8, "ACK/");

        assertThat(receipt.state()).isEqualTo(State.BUFFERED);
        assertThat(receipt.reason()).isEmpty();
    }

    @Test
    void a_message_that_waits_for_a_phone_is_late() {
        assertThat(receipt(4, "").reason()).contains(RefusalReason.RECIPIENT_UNREACHABLE);
    }

    @Test
    void words_of_the_message_are_never_taken_for_the_smscs() {
        var receipt = receipt(2, "id:77 stat:UNDELIV text:stat:EXPIRED err:001");

        assertThat(receipt.code()).contains("UNDELIV");
        assertThat(receipt.reason()).isEmpty();
        assertThat(receipt.raw()).doesNotContain("EXPIRED");
    }

    @Test
    void a_report_without_a_time_has_none() {
        var result = read("kind=receipt&id=" + Accounts.ATTEMPT + "&type=1&smsc=&fid=&at=&answer=");

        assertThat(((Understood) result).receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.occurredAt()).isEmpty());
    }

    @Test
    void kannel_is_answered_what_it_takes_for_success() {
        assertThat(((Understood) read("kind=receipt&id=" + Accounts.ATTEMPT + "&type=1")).answer())
                .isEqualTo(HookAnswer.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=receipt&id=" + Accounts.ATTEMPT + "&type=32", "kind=news&id=1"})
    void what_is_of_an_unknown_kind_is_left_out(String query) {
        assertThat(read(query)).isInstanceOfSatisfying(Understood.class, understood -> {
            assertThat(understood.receipts()).isEmpty();
            assertThat(understood.replies()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id=" + Accounts.ATTEMPT + "&type=1",
                "kind=receipt&type=1",
                "kind=receipt&id=1&type=1",
                "kind=receipt&id=" + Accounts.ATTEMPT + "&type=1&answer=%A",
                "kind=receipt&id=" + Accounts.ATTEMPT + "&type=1&answer=%"
            })
    void what_cannot_be_read_is_malformed(String query) {
        assertThat(read(query)).isInstanceOf(Malformed.class);
    }

    private static Receipt receipt(int type, String answer) {
        var result = read("kind=receipt&id=" + Accounts.ATTEMPT + "&type=" + type
                + "&smsc=UP1&fid=77&at=1795348800&answer=" + URLEncoder.encode(answer, UTF_8));
        return ((Understood) result).receipts().get(0);
    }

    private static HookResult read(String query) {
        return HookCalls.read(
                new HookRequest("GET", "/hooks/sms/kannel", query, Map.of(), new byte[0], Accounts.HOOK + "?" + query));
    }
}
