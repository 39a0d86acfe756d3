package org.bookbell.dispatch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final String RECIPIENT = "+4915112345678";

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, 49151xxxxxx78",
        "+41791234567, 41791xxxx67",
        "+290221, xxxx21",
        "ann.smith@example.org, axxx@example.org",
        "'', ''"
    })
    void an_address_loses_its_middle(String address, String masked) {
        assertThat(Masking.address(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to=%2B4915112345678&from=491511234567890&status=DELIVRD",
                "{\"msisdn\":\"4915112345678\",\"to\":\"015112345678\",\"status\":\"DELIVRD\"}",
                "dest 0049 151 12345678 said DELIVRD",
                "number +49 151 1234 5678 is not reachable",
                "{\"To\": \"+49 (151) 12345678\"}",
                "msisdn=015112345678",
                "SourceAddr=15112345678&status=ok"
            })
    void no_writing_of_the_recipients_number_is_left(String raw) {
        assertThat(Masking.text(raw, RECIPIENT).replaceAll("[^0-9x]", ""))
                .doesNotContain("12345678")
                .doesNotContain("1234567");
    }

    @Test
    void a_foreign_number_is_masked_as_well() {
        assertThat(Masking.text("from=447700900123&to=4915112345678&x=+33612345678", RECIPIENT))
                .isEqualTo("from=44770xxxxx23&to=49151xxxxxx78&x=+33612xxxx78");
    }

    @Test
    void what_was_said_is_left_out() {
        assertThat(Masking.text("id:42 sub:001 dlvrd:001 stat:DELIVRD err:000 text:Dear Ann Smith, your", RECIPIENT))
                .isEqualTo("id:42 sub:001 dlvrd:001 stat:DELIVRD err:000 text:[left out]");
        assertThat(Masking.text("Body=Dear+Ann&MessageStatus=delivered", RECIPIENT))
                .isEqualTo("Body=[left out]&MessageStatus=delivered");
        assertThat(Masking.text("{\"text\":\"Dear \\\"Ann\\\", see you\",\"status\":\"ok\"}", RECIPIENT))
                .isEqualTo("{\"text\":\"[left out]\",\"status\":\"ok\"}");
    }

    @Test
    void ids_codes_and_times_stay() {
        var raw =
                "message_id=0A0000000123ABC9&status=delivered&err-code=30005&scts=2611221930&message-timestamp=2026-11-22";

        assertThat(Masking.text(raw, RECIPIENT)).isEqualTo(raw);
    }

    @Test
    void of_a_notice_about_an_email_only_the_lines_of_its_status_stay() {
        var raw =
                "Subject: Your appointment\r\nDear Ann,\r\nFinal-Recipient: rfc822; ann@example.org\r\nAction: failed\r\n"
                        + "Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 <ann@example.org> unknown";

        assertThat(Masking.text(raw, "ann@example.org"))
                .isEqualTo("Final-Recipient: rfc822; xxx@example.org\nAction: failed\nStatus: 5.1.1\n"
                        + "Diagnostic-Code: smtp; 550 <xxx@example.org> unknown");
    }
}
