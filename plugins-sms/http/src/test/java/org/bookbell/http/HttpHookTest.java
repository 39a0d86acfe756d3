package org.bookbell.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bookbell.http.Calls.form;
import static org.bookbell.http.Calls.get;
import static org.bookbell.http.Calls.json;
import static org.bookbell.http.Gateways.HOOK;
import static org.bookbell.http.Gateways.SECRET;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bookbell.spi.gateway.Ability;
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
import org.bookbell.spi.gateway.SmsGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHookTest {

    private static final Map<String, String> BY_PARAMETERS = Map.ofEntries(
            Map.entry("messageId", "$.id"),
            Map.entry("receiptId", "id"),
            Map.entry("receiptAttempt", "ref"),
            Map.entry("receiptState", "status"),
            Map.entry(
                    "receiptStates",
                    "delivered=DELIVERED | failed, expired=UNDELIVERED | sent=BUFFERED | lost=UNKNOWN"),
            Map.entry("receiptCode", "err"),
            Map.entry("receiptCodes", "50=INVALID_RECIPIENT | 80=RECIPIENT_UNREACHABLE"),
            Map.entry("receiptTime", "at"),
            Map.entry("receiptNetwork", "network"),
            Map.entry("replyFrom", "from"),
            Map.entry("replyTo", "to"),
            Map.entry("replyText", "text"),
            Map.entry("replyId", "mo"),
            Map.entry("replyTime", "at"),
            Map.entry("body", "to={to}&text={text}&ref={id}"));

    private static final Map<String, String> BY_JSON = Map.of(
            "messageId", "$.id",
            "hookItems", "$.results[*]",
            "receiptId", "$.message.id",
            "receiptState", "$.status",
            "receiptStates", "delivered=DELIVERED | *=UNDELIVERED",
            "replyFrom", "$.sender",
            "replyText", "$.content.text");

    @ParameterizedTest
    @CsvSource({
        "delivered, DELIVERED",
        "DELIVERED, DELIVERED",
        "failed, UNDELIVERED",
        "expired, UNDELIVERED",
        "sent, BUFFERED",
        "lost, UNKNOWN"
    })
    void each_state_of_the_table_is_read_from_a_query_and_from_a_form(String word, State state) {
        var parameters = "id=m1&status=" + word;

        assertThat(receipt(BY_PARAMETERS, get(parameters)).state()).isEqualTo(state);
        assertThat(receipt(BY_PARAMETERS, form(parameters)).state()).isEqualTo(state);
    }

    @Test
    void a_receipt_carries_all_that_the_call_says() {
        var call =
                "id=m1&ref=0HZX5A7PQ9K3M&status=failed&err=50&at=2026-11-22T12:00:05%2B02:00&network=31000&to=12125550123";

        assertThat(receipt(BY_PARAMETERS, get(call)))
                .isEqualTo(new Receipt(
                        Optional.of("0HZX5A7PQ9K3M"),
                        Optional.of("m1"),
                        State.UNDELIVERED,
                        Optional.of(Instant.parse("2026-11-22T10:00:05Z")),
                        Optional.of("50"),
                        Optional.of("31000"),
                        call,
                        Optional.of(RefusalReason.INVALID_RECIPIENT)));
    }

    @Test
    void a_code_says_why_only_of_what_is_not_delivered() {
        assertThat(receipt(BY_PARAMETERS, get("id=m1&status=sent&err=80")).reason())
                .contains(RefusalReason.RECIPIENT_UNREACHABLE);
        assertThat(receipt(BY_PARAMETERS, get("id=m1&status=delivered&err=80")).reason())
                .isEmpty();
        assertThat(receipt(BY_PARAMETERS, get("id=m1&status=failed&err=99")).reason())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:00:05Z, 2026-11-22T12:00:05Z",
        "2026-11-22T12:00:05%2B01:00, 2026-11-22T11:00:05Z",
        "2026-11-22T12:00:05+01:00, 2026-11-22T11:00:05Z",
        "2026-11-22T12:00:05-0500, 2026-11-22T17:00:05Z",
        "2026-11-22+12:00:05.250%2B00:00, 2026-11-22T12:00:05.250Z",
        "2026-11-22T12:00Z, 2026-11-22T12:00:00Z",
        "1795348805, 2026-11-22T12:00:05Z",
        "1795348805.5, 2026-11-22T12:00:05Z",
        "1795348805250, 2026-11-22T12:00:05.250Z",
        "'Sun, 22 Nov 2026 12:00:05 GMT', 2026-11-22T12:00:05Z"
    })
    void moments_are_read_as_gateways_spell_them(String at, Instant moment) {
        assertThat(receipt(BY_PARAMETERS, get("id=m1&status=sent&at=" + at)).occurredAt())
                .contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22T12:00:05",
                "2026-11-22 12:00:05.123456",
                "22.11.2026",
                "yesterday",
                "12",
                "99999999999999"
            })
    void what_is_no_moment_with_a_zone_is_none(String at) {
        assertThat(receipt(BY_PARAMETERS, get("id=m1&status=sent&at=" + at)).occurredAt())
                .isEmpty();
    }

    @Test
    void several_receipts_and_replies_come_in_the_json_of_one_call() {
        var understood = understood(
                BY_JSON,
                json("{\"results\": [{\"message\": {\"id\": 17}, \"status\": \"delivered\"},"
                        + " {\"message\": {\"id\": \"m2\"}, \"status\": \"EXPIRED\"},"
                        + " {\"sender\": 12125550123, \"content\": {\"text\": \"C\"}},"
                        + " {\"something\": \"else\"}, null, 5]}"));

        assertThat(understood.receipts())
                .extracting(Receipt::providerMessageId, Receipt::state)
                .containsExactly(
                        tuple(Optional.of("17"), State.DELIVERED), tuple(Optional.of("m2"), State.UNDELIVERED));
        assertThat(understood.receipts().get(0).raw()).isEqualTo("{\"message\":{\"id\":17},\"status\":\"delivered\"}");
        assertThat(understood.replies())
                .extracting(Reply::from, Reply::text)
                .containsExactly(tuple("+12125550123", "C"));
    }

    @Test
    void a_reply_carries_all_that_the_call_says() {
        var call = "from=0012125550123&to=%2B12125550199&text=%20%C3%87a%20va%3F&mo=r1&at=2026-11-22T12:00:05Z";

        assertThat(understood(BY_PARAMETERS, form(call)).replies())
                .containsExactly(new Reply(
                        "+12125550123",
                        Optional.of("+12125550199"),
                        " Ça va?",
                        Optional.of("r1"),
                        Optional.of(Instant.parse("2026-11-22T12:00:05Z")),
                        call));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bank", "12345", "0", "", "+0123456789"})
    void what_names_and_short_codes_send_is_no_reply(String from) {
        assertThat(understood(BY_PARAMETERS, get("text=Hi&from=" + from)).replies())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping=1",
                "id=m1",
                "id=m1&status=",
                "id=m1&status=accepted",
                "status=delivered",
                "id=&ref=not-ours&status=delivered",
                "from=%2B12125550123"
            })
    void a_call_of_another_kind_is_understood_and_holds_nothing(String parameters) {
        var expected = HookResult.understood(List.of(), List.of());

        assertThat(read(BY_PARAMETERS, get(parameters))).isEqualTo(expected);
        assertThat(read(BY_PARAMETERS, form(parameters))).isEqualTo(expected);
    }

    @Test
    void an_id_that_is_too_long_names_no_message() {
        assertThat(understood(BY_PARAMETERS, get("status=sent&id=" + "x".repeat(121)))
                        .receipts())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\":", "[[[", "{]", "{\"a\":1} and more"})
    void json_that_is_none_is_malformed(String json) {
        assertThat(read(BY_JSON, json(json))).isInstanceOf(Malformed.class);
        assertThat(read(BY_JSON, Calls.call("POST", "", "text/plain", json, Map.of())))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void json_that_is_nested_without_end_is_malformed() {
        assertThat(read(BY_JSON, json("[".repeat(250_000)))).isInstanceOf(Malformed.class);
        assertThat(read(BY_JSON, json("[".repeat(100_000) + "]".repeat(100_000))))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void an_escape_that_is_none_is_malformed() {
        assertThat(read(BY_PARAMETERS, get("id=%zz"))).isInstanceOf(Malformed.class);
    }

    @Test
    void too_many_receipts_in_a_call_are_malformed() {
        var item = "{\"message\":{\"id\":\"m\"},\"status\":\"sent\"},";
        var json = "{\"results\": [" + item.repeat(HookResult.MOST) + "null]}";
        var more = "{\"results\": [" + item.repeat(HookResult.MOST + 1) + "null]}";

        assertThat(understood(BY_JSON, json(json)).receipts()).hasSize(HookResult.MOST);
        assertThat(read(BY_JSON, json(more))).isInstanceOf(Malformed.class);
    }

    @Test
    void the_gateway_hears_the_word_that_it_waits_for() {
        var settings = new HashMap<>(BY_PARAMETERS);
        settings.put("hookAnswer", "OK");

        assertThat(understood(settings, get("id=m1&status=sent")).answer()).isEqualTo(HookAnswer.text("OK"));
        assertThat(understood(BY_PARAMETERS, get("id=m1&status=sent")).answer()).isEqualTo(HookAnswer.OK);
    }

    @Test
    void a_secret_that_the_call_repeats_is_cut_out_of_the_evidence() {
        var settings = new HashMap<>(BY_PARAMETERS);
        settings.put("secret", SECRET);

        assertThat(receipt(settings, get("id=m1&status=sent&key=" + SECRET)).raw())
                .isEqualTo("id=m1&status=sent&key=…");
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256, hex, body, ''",
        "SHA256, hex, body, sha256=",
        "SHA256, base64, body, ''",
        "SHA1, base64, addressAndBody, ''",
        "SHA512, hex, addressAndBody, SHA-512="
    })
    void a_signed_call_is_understood_and_any_other_is_forged(
            String algorithm, String encoding, String signed, String prefix) {
        var settings = signed(algorithm, encoding, signed);
        var call = form("id=m1&status=delivered");
        var covered = signed.equals("body") ? new byte[0] : HOOK.getBytes(UTF_8);
        var mac = Calls.hmac("Hmac" + algorithm, SECRET, covered, call.body());
        var wrong = Calls.hmac("Hmac" + algorithm, "another", covered, call.body());
        var right = prefix + spelt(encoding, mac);

        assertThat(read(settings, Calls.with(call, "x-signature", right))).isInstanceOf(Understood.class);
        assertThat(read(settings, Calls.with(call, "X-Other", right))).isInstanceOf(Forged.class);
        assertThat(read(settings, Calls.with(call, "X-Signature", spelt(encoding, wrong))))
                .isInstanceOf(Forged.class);
        assertThat(read(settings, Calls.with(call, "X-Signature", right.substring(0, right.length() - 4))))
                .isInstanceOf(Forged.class);
        assertThat(read(settings, Calls.with(call, "X-Signature", ""))).isInstanceOf(Forged.class);
        assertThat(read(settings, Calls.with(call, "X-Signature", "ж"))).isInstanceOf(Forged.class);
        assertThat(read(settings, call)).isInstanceOf(Forged.class);
        assertThat(read(settings, Calls.with(form("id=m1&status=failed"), "X-Signature", right)))
                .isInstanceOf(Forged.class);
    }

    @Test
    void hexadecimal_may_be_in_capitals() {
        var call = form("id=m1&status=delivered");
        var mac = Calls.hex(Calls.hmac("HmacSHA256", SECRET, call.body())).toUpperCase(Locale.ROOT);

        assertThat(read(signed("SHA256", "hex", "body"), Calls.with(call, "X-Signature", mac)))
                .isInstanceOf(Understood.class);
    }

    @Test
    void what_only_the_address_says_is_not_believed_where_only_the_body_is_signed() {
        var settings = signed("SHA256", "hex", "body");
        var bodyless = Calls.hex(Calls.hmac("HmacSHA256", SECRET, new byte[0]));
        var body = "x=1";
        var signature = Calls.hex(Calls.hmac("HmacSHA256", SECRET, body.getBytes(UTF_8)));
        var smuggled = Calls.call(
                "POST",
                "id=m1&status=delivered",
                "application/x-www-form-urlencoded",
                body,
                Map.of("X-Signature", signature));

        assertThat(read(settings, Calls.with(get("id=m1&status=delivered"), "X-Signature", bodyless)))
                .isInstanceOf(Forged.class);
        assertThat(understood(settings, smuggled).receipts()).isEmpty();
    }

    @Test
    void a_signature_over_the_address_covers_its_query() {
        var settings = signed("SHA256", "hex", "addressAndBody");
        var call = get("id=m1&status=delivered");
        var signature = Calls.hex(Calls.hmac("HmacSHA256", SECRET, call.url().getBytes(UTF_8)));

        assertThat(understood(settings, Calls.with(call, "X-Signature", signature))
                        .receipts())
                .hasSize(1);
        assertThat(read(settings, Calls.with(get("id=m1&status=failed"), "X-Signature", signature)))
                .isInstanceOf(Forged.class);
    }

    @Test
    void abilities_follow_the_settings() {
        var promised = new HashMap<>(BY_PARAMETERS);
        promised.putAll(Map.of(
                "takesReplies", "true",
                "knowsRepeats", "true",
                "body", "to={to}&text={text}&ref={id}&ttl={validityMinutes}"));

        assertThat(abilities(Map.of())).isEmpty();
        assertThat(abilities(BY_PARAMETERS)).containsExactlyInAnyOrder(Ability.RECEIPTS, Ability.HOOK);
        assertThat(abilities(Map.of("replyFrom", "from", "replyText", "text"))).containsExactly(Ability.HOOK);
        assertThat(abilities(promised))
                .containsExactlyInAnyOrder(
                        Ability.RECEIPTS, Ability.HOOK, Ability.REPLIES, Ability.VALIDITY, Ability.IDEMPOTENT_RESEND);
        assertThat(abilities(signed("SHA1", "hex", "body"))).contains(Ability.HOOK, Ability.SIGNED_HOOK);
    }

    private static String spelt(String encoding, byte[] mac) {
        return encoding.equals("hex") ? Calls.hex(mac) : Calls.base64(mac);
    }

    private static Map<String, String> signed(String algorithm, String encoding, String signed) {
        var settings = new HashMap<>(BY_PARAMETERS);
        settings.putAll(Map.of(
                "hookCheck", "hmac",
                "hookHeader", "X-Signature",
                "hookAlgorithm", algorithm,
                "hookEncoding", encoding,
                "hookSigned", signed,
                "hookSecret", SECRET));
        return settings;
    }

    private static Receipt receipt(Map<String, String> settings, HookRequest call) {
        var receipts = understood(settings, call).receipts();
        assertThat(receipts).hasSize(1);
        return receipts.get(0);
    }

    private static Understood understood(Map<String, String> settings, HookRequest call) {
        var result = read(settings, call);
        assertThat(result).isInstanceOf(Understood.class);
        return (Understood) result;
    }

    private static HookResult read(Map<String, String> settings, HookRequest call) {
        try (var gateway = open(settings)) {
            return gateway.readHook(call);
        }
    }

    private static Set<Ability> abilities(Map<String, String> settings) {
        try (var gateway = open(settings)) {
            return gateway.abilities();
        }
    }

    private static SmsGateway open(Map<String, String> more) {
        var settings =
                new HashMap<>(Map.of("address", "https://gateway.example.org/sms", "body", "to={to}&text={text}"));
        settings.putAll(more);
        return Gateways.open(settings);
    }
}
