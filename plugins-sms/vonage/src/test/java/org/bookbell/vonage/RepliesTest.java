package org.bookbell.vonage;

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
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

    private final SmsGateway gateway = Accounts.open("https://rest.nexmo.com", Map.of("replies", "true"));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_reply_is_read_whole() {
        var json = """
                {"api-key":"abcd1234","msisdn":"12125550123","to":"12125550199","messageId":"0A0000000123ABCD1",
                 "text":"C, see you 😀","type":"unicode","keyword":"C","message-timestamp":"2026-11-22 12:00:00"}""";

        assertThat(replies(Accounts.json(json)))
                .containsExactly(new Reply(
                        "+12125550123",
                        Optional.of("12125550199"),
                        "C, see you 😀",
                        Optional.of("0A0000000123ABCD1"),
                        Optional.of(Instant.parse("2026-11-22T12:00:00Z")),
                        json));
    }

    @Test
    void a_reply_comes_by_query_and_form_too() {
        var query = "msisdn=12125550123&to=12125550199&messageId=0A01&text=C+%26+bye&type=text&keyword=C";

        assertThat(List.of(Accounts.get(query), Accounts.form(query)))
                .allSatisfy(call -> assertThat(replies(call))
                        .singleElement()
                        .satisfies(reply -> assertThat(reply.text()).isEqualTo("C & bye")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "msisdn=12345&text=C",
                "msisdn=Bank&text=C",
                "text=C",
                "msisdn=12125550123",
                "msisdn=12125550123&text=C&type=binary",
                "msisdn=12125550123&text=C&api-key=somebody"
            })
    void what_no_phone_wrote_to_us_is_left_out(String query) {
        assertThat(replies(Accounts.get(query))).isEmpty();
    }

    @Test
    void a_long_reply_is_joined_when_its_last_part_came_in_whatever_order() {
        assertThat(replies(part(2, 3, "two "))).isEmpty();
        assertThat(replies(part(3, 3, "three"))).isEmpty();
        assertThat(replies(part(2, 3, "two "))).isEmpty();

        assertThat(replies(part(1, 3, "one "))).singleElement().satisfies(reply -> {
            assertThat(reply.text()).isEqualTo("one two three");
            assertThat(reply.providerMessageId()).contains("P1");
        });
    }

    @Test
    void the_call_that_completes_a_reply_means_the_same_again() {
        assertThat(replies(part(1, 2, "one "))).isEmpty();

        assertThat(replies(part(2, 2, "two"))).isEqualTo(replies(part(2, 2, "two")));
    }

    @Test
    void parts_of_different_people_are_not_mixed() {
        assertThat(replies(part(1, 2, "one "))).isEmpty();
        assertThat(replies(Accounts.get("msisdn=12125550124&to=12125550199&messageId=P2&text=two&concat=true"
                        + "&concat-ref=7&concat-total=2&concat-part=2")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "concat=true",
                "concat=false&concat-ref=7&concat-total=2&concat-part=1",
                "concat=true&concat-ref=7&concat-total=1&concat-part=1",
                "concat=true&concat-ref=7&concat-total=2&concat-part=3",
                "concat=true&concat-ref=7&concat-total=many&concat-part=1"
            })
    void a_part_whose_place_makes_no_sense_is_a_reply_of_its_own(String place) {
        assertThat(replies(Accounts.get("msisdn=12125550123&to=12125550199&text=C&" + place)))
                .hasSize(1);
    }

    private static HookRequest part(int number, int total, String text) {
        return Accounts.json("{\"msisdn\":\"12125550123\",\"to\":\"12125550199\",\"messageId\":\"P" + number
                + "\",\"text\":\"" + text
                + "\",\"type\":\"text\",\"concat\":\"true\",\"concat-ref\":\"7\",\"concat-total\":\""
                + total + "\",\"concat-part\":\"" + number + "\"}");
    }

    private List<Reply> replies(HookRequest call) {
        var result = gateway.readHook(call);
        assertThat(result).isInstanceOf(Understood.class);
        return ((Understood) result).replies();
    }
}
