package org.bookbell.kannel;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingMessageTest {

    @Test
    void a_reply_is_read_with_its_id_and_time() {
        var query = "kind=reply&id=6a1f-2b&from=%2B12125550123&to=Practice&text=C&charset=UTF-8&at=1795348800";

        assertThat(read(query)).singleElement().satisfies(reply -> {
            assertThat(reply.from()).isEqualTo("+12125550123");
            assertThat(reply.to()).contains("Practice");
            assertThat(reply.text()).isEqualTo("C");
            assertThat(reply.providerMessageId()).contains("6a1f-2b");
            assertThat(reply.occurredAt()).contains(Instant.ofEpochSecond(1_795_348_800));
            assertThat(reply.raw()).isEqualTo(query);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "WINDOWS-1252", "ISO-8859-1"})
    void the_text_is_read_in_the_charset_that_kannel_names(String charset) {
        var text = "Ça va? 100 % & more+";

        assertThat(read("kind=reply&from=12125550123&charset=" + charset + "&text=" + encoded(text, charset)))
                .extracting(Reply::text)
                .containsExactly(text);
    }

    @Test
    void a_text_in_ucs_2_may_have_any_character() {
        var text = "明日は無理です 😀 Ā";

        assertThat(read("kind=reply&from=12125550123&charset=UTF-16BE&text=" + encoded(text, UTF_16BE.name())))
                .extracting(Reply::text)
                .containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-charset", "%00"})
    void a_charset_that_nobody_knows_is_taken_for_utf_8(String charset) {
        assertThat(read("kind=reply&from=12125550123&charset=" + charset + "&text=" + encoded("Zoë", UTF_8.name())))
                .extracting(Reply::text)
                .containsExactly("Zoë");
    }

    @ParameterizedTest
    @CsvSource({"%2B12125550123, +12125550123", "12125550123, +12125550123", "0012125550123, +12125550123"})
    void international_numbers_are_read_however_kannel_writes_them(String from, String number) {
        assertThat(read("kind=reply&text=C&from=" + from))
                .extracting(Reply::from)
                .containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "MyBank", "", "02079460000", "1234567890123456"})
    void short_codes_names_and_national_numbers_send_no_replies(String from) {
        assertThat(read("kind=reply&text=C&from=" + from)).isEmpty();
    }

    @Test
    void a_binary_message_is_no_reply() {
        assertThat(read("kind=reply&from=12125550123&charset=8-BIT&text=%00%01"))
                .isEmpty();
    }

    @Test
    void an_empty_reply_is_one() {
        assertThat(read("kind=reply&from=12125550123&text=&charset=UTF-8"))
                .extracting(Reply::text)
                .containsExactly("");
    }

    private static String encoded(String text, String charset) {
        var encoded = new StringBuilder();
        for (var each : text.getBytes(Charset.forName(charset))) {
            encoded.append(
                    URLEncoder.encode(Character.toString(each & 0xff), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return encoded.toString();
    }

    private static List<Reply> read(String query) {
        var request =
                new HookRequest("GET", "/hooks/sms/kannel", query, Map.of(), new byte[0], Accounts.HOOK + "?" + query);
        return ((Understood) HookCalls.read(request)).replies();
    }
}
