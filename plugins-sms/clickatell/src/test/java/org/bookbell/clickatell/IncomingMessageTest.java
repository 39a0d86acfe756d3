package org.bookbell.clickatell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.gateway.SmsGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingMessageTest {

    private final SmsGateway gateway =
            Accounts.open("sms", "https://platform.clickatell.com", Map.of("replies", "true"));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_reply_of_the_sms_api_is_read_whole() {
        var body = """
                {"integrationName":"Practice","messageId":"77fb","replyMessageId":"88ac","fromNumber":"12125550123",
                 "toNumber":"12125550199","timestamp":1795348800000,"text":"C, see you 😀","charset":"UTF-8","udh":"",
                 "network":"","keyword":""}""";

        assertThat(replies(Accounts.json(body)))
                .containsExactly(new Reply(
                        "+12125550123",
                        Optional.of("12125550199"),
                        "C, see you 😀",
                        Optional.of("88ac"),
                        Optional.of(Instant.parse("2026-11-22T12:00:00Z")),
                        body));
    }

    @Test
    void a_reply_of_the_one_api_is_read_whole() {
        var body = """
                {"integrationId":"fa","integrationName":"Practice","event":{"moText":[{"channel":"sms","messageId":"3a89",
                 "relatedMessageId":"d33e","relatedClientMessageId":"d33e","from":"12125550123","to":"12125550199",
                 "timestamp":1795348800000,"content":"C","charset":"UTF-8"}]}}""";

        assertThat(replies(Accounts.json(body)))
                .containsExactly(new Reply(
                        "+12125550123",
                        Optional.of("12125550199"),
                        "C",
                        Optional.of("3a89"),
                        Optional.of(Instant.parse("2026-11-22T12:00:00Z")),
                        body));
    }

    @Test
    void a_reply_of_the_http_api_is_read_whole_but_for_its_local_time() {
        var query = "api_id=3442105&from=12125550123&timestamp=2026-11-22+14%3A00%3A00&text=C+%26+bye"
                + "&charset=ISO-8859-1&udh=&moMsgId=d2b6&to=12125550199";

        assertThat(List.of(Accounts.get(query), Accounts.form(query)))
                .allSatisfy(call -> assertThat(replies(call))
                        .containsExactly(new Reply(
                                "+12125550123",
                                Optional.of("12125550199"),
                                "C & bye",
                                Optional.of("d2b6"),
                                Optional.empty(),
                                query)));
    }

    @ParameterizedTest
    @CsvSource({
        "Zo%EB, ISO-8859-1, Zoë",
        "Zo%C3%AB, UTF-8, Zoë",
        "Zo%C3%AB, '', Zoë",
        "Zo%C3%AB, no+such+charset, Zoë",
        "%00Z%00o%00%EB, UTF-16BE, Zoë"
    })
    void a_text_is_read_in_its_charset(String text, String charset, String expected) {
        assertThat(replies(Accounts.get("from=12125550123&text=" + text + "&charset=" + charset)))
                .extracting(Reply::text)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=12345&text=C", "from=Bank&text=C", "text=C", "from=12125550123&to=1"})
    void what_no_phone_wrote_is_left_out(String query) {
        assertThat(replies(Accounts.get(query))).isEmpty();
    }

    @Test
    void several_events_of_one_call_are_all_read() {
        var item = "{\"from\":\"12125550123\",\"content\":\"%s\"}";

        assertThat(replies(Accounts.json(
                        "{\"event\":{\"moText\":[" + item.formatted("one") + "," + item.formatted("two") + "]}}")))
                .extracting(Reply::text)
                .containsExactly("one", "two");
    }

    private List<Reply> replies(HookRequest call) {
        var result = gateway.readHook(call);
        assertThat(result).isInstanceOf(Understood.class);
        return ((Understood) result).replies();
    }
}
