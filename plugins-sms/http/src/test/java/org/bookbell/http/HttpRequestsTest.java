package org.bookbell.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.http.Gateways.HOOK;
import static org.bookbell.http.Gateways.SECRET;
import static org.bookbell.http.Gateways.anSms;
import static org.bookbell.http.Gateways.open;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpRequestsTest {

    private static final String ALL =
            "to={to}&d={toDigits}&f={from}&g={fromDigits}&t={text}&i={id}&h={hook}&s={validitySeconds}"
                    + "&m={validityMinutes}&n={segments}&u={unicode}&a={username}&p={secret}";

    private final FakeHttpProvider provider = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void a_form_carries_every_placeholder_percent_encoded() throws InterruptedException {
        var request = submit(
                Map.of("body", ALL, "username", "user&name", "secret", SECRET),
                anSms("a+b &c=d\nÇa 100%", Optional.of("+12125550199"), Duration.ofMinutes(90)));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/sms");
        assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(request.text()).contains("t=a%2Bb%20%26c%3Dd%0A%C3%87a%20100%25&");
        assertThat(request.formParameters())
                .containsEntry("to", List.of("+12125550123"))
                .containsEntry("d", List.of("12125550123"))
                .containsEntry("f", List.of("+12125550199"))
                .containsEntry("g", List.of("12125550199"))
                .containsEntry("t", List.of("a+b &c=d\nÇa 100%"))
                .containsEntry("i", List.of("0HZX5A7PQ9K3M"))
                .containsEntry("h", List.of(HOOK))
                .containsEntry("s", List.of("5400"))
                .containsEntry("m", List.of("90"))
                .containsEntry("n", List.of("1"))
                .containsEntry("u", List.of("false"))
                .containsEntry("a", List.of("user&name"))
                .containsEntry("p", List.of(SECRET));
    }

    @Test
    void json_carries_numbers_without_quotes_and_any_text_within() throws InterruptedException {
        var text = "\"quotes\" \\ back\nline 😀 {to} </x> \u2028";

        var request = submit(
                Map.of(
                        "bodyFormat",
                        "json",
                        "body",
                        "{\"to\": [\"{to}\", \"{toDigits}\"], \"n\": {toDigits}, \"text\": \"{text}\", \"v\": {validitySeconds},"
                                + " \"u\": {unicode}, \"nested\": {\"by\": \"from {from}!\"}, \"fixed\": [1, null, true]}"),
                anSms(text));

        assertThat(request.header("Content-Type")).contains("application/json");
        var json = json(request);
        assertThat(json.getString("text")).isEqualTo(text);
        assertThat(json.getJsonArray("to")).hasToString("[\"+12125550123\",\"12125550123\"]");
        assertThat(json.getJsonNumber("n").longValueExact()).isEqualTo(12_125_550_123L);
        assertThat(json.getInt("v")).isEqualTo(3600);
        assertThat(json.getBoolean("u")).isTrue();
        assertThat(json.getJsonObject("nested").getString("by")).isEqualTo("from Practice!");
        assertThat(json.getJsonArray("fixed")).hasToString("[1,null,true]");
    }

    @Test
    void xml_escapes_texts_and_attributes() throws InterruptedException {
        var request = submit(
                Map.of("bodyFormat", "xml", "body", "<sms to=\"{to}\" from='{from}'>{text}</sms>"),
                anSms("<b> & \"c\" 'd'\n😀"));

        assertThat(request.header("Content-Type")).contains("text/xml; charset=utf-8");
        assertThat(request.text())
                .isEqualTo(
                        "<sms to=\"+12125550123\" from='Practice'>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;&#10;😀</sms>");
    }

    @Test
    void what_xml_cannot_carry_is_refused_and_never_sent() throws InterruptedException {
        try (var gateway = open(provider, Map.of("bodyFormat", "xml", "body", "<sms to=\"{to}\">{text}</sms>"))) {
            assertThat(reason(gateway.submit(anSms("bell \u0007")))).isEqualTo(RefusalReason.CONTENT);
        }
        assertThat(provider.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/send, /send, to=%2B12125550123&text=Tomorrow%20at%209",
        "/send?key=1, /send, key=1&to=%2B12125550123&text=Tomorrow%20at%209",
        "/{username}/send, /acme%2F1/send, to=%2B12125550123&text=Tomorrow%20at%209"
    })
    void a_get_carries_the_message_behind_the_question_mark(String address, String path, String query)
            throws InterruptedException {
        var request =
                submit(Map.of("method", "GET", "address", provider.address(address), "username", "acme/1"), anSms());

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query()).isEqualTo(query);
        assertThat(request.body()).isEmpty();
    }

    @Test
    void a_post_may_carry_the_message_in_its_address_alone() throws InterruptedException {
        try (var gateway = open(Map.of("address", provider.address("/send?to={to}&text={text}"), "method", "PUT"))) {
            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
        }

        var request = provider.awaitRequest();
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.queryParameters()).containsEntry("text", List.of("Tomorrow at 9"));
        assertThat(request.body()).isEmpty();
    }

    @Test
    void what_stands_for_nothing_is_left_out_with_its_name() throws InterruptedException {
        var sms = anSms("Tomorrow at 9", Optional.empty(), Duration.ofHours(1));

        var form = submit(Map.of("body", "to={to}&text={text}&from={from}&fixed="), sms);
        var json = submit(
                Map.of("bodyFormat", "json", "body", "{\"to\": \"{to}\", \"text\": \"{text}\", \"from\": \"{from}\"}"),
                sms);

        assertThat(form.text()).isEqualTo("to=%2B12125550123&text=Tomorrow%20at%209&fixed=");
        assertThat(json(json)).doesNotContainKey("from");
    }

    @Test
    void the_accounts_sender_stands_in_where_a_message_brings_none() throws InterruptedException {
        var settings = Map.of("body", "to={to}&text={text}&from={from}", "accountSender", "+12125550188");

        var without = submit(settings, anSms("Tomorrow at 9", Optional.empty(), Duration.ofHours(1)));
        var with = submit(settings, anSms());

        assertThat(without.formParameters()).containsEntry("from", List.of("+12125550188"));
        assertThat(with.formParameters()).containsEntry("from", List.of("Practice"));
    }

    @ParameterizedTest
    @CsvSource({"Zoë, 1", "Grüße €, 0", "Привет, 1", "明日, 1", "ok 👍, 1"})
    void the_word_for_unicode_follows_the_text(String text, String word) throws InterruptedException {
        var request =
                submit(Map.of("body", "to={to}&text={text}&coding={unicode}", "unicodeWords", "0,1"), anSms(text));

        assertThat(request.formParameters()).containsEntry("coding", List.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë 明日 غدًا מחר", "😀😀", "€[]{}~^|\\", "ñ\u0301", "line\nline"})
    void the_bytes_on_the_wire_are_those_of_the_text_in_utf_8(String text) throws InterruptedException {
        var form = submit(Map.of(), anSms(text));
        var json =
                submit(Map.of("bodyFormat", "json", "body", "{\"to\": \"{to}\", \"text\": \"{text}\"}"), anSms(text));

        var escaped = new StringBuilder();
        for (var octet : text.getBytes(UTF_8)) {
            var plain = (char) (octet & 0xff);
            escaped.append(
                    Character.isLetterOrDigit(plain) && octet > 0 || plain == '~'
                            ? String.valueOf(plain)
                            : "%%%02X".formatted(octet));
        }
        assertThat(new String(form.body(), US_ASCII)).endsWith("text=" + escaped);
        assertThat(json(json).getString("text")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a, 1600, 11", "ж, 1600, 24", "€, 800, 11"})
    void a_long_text_goes_in_one_request_with_its_number_of_segments(String letter, int count, String segments)
            throws InterruptedException {
        var text = letter.repeat(count);

        var request = submit(Map.of("body", "to={to}&text={text}&parts={segments}"), anSms(text));

        assertThat(request.formParameters())
                .containsEntry("text", List.of(text))
                .containsEntry("parts", List.of(segments));
        assertThat(provider.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PT90M, 5400, 90", "PT119S, 119, 1", "PT1S, 1, 1", "PT48H, 36000, 600"})
    void the_validity_is_told_in_seconds_and_whole_minutes_up_to_the_gateways_longest(
            Duration validity, String seconds, String minutes) throws InterruptedException {
        var request = submit(
                Map.of(
                        "body",
                        "to={to}&text={text}&s={validitySeconds}&m={validityMinutes}",
                        "validityAtMostSeconds",
                        "36000"),
                anSms("Tomorrow at 9", Optional.empty(), validity));

        assertThat(request.formParameters())
                .containsEntry("s", List.of(seconds))
                .containsEntry("m", List.of(minutes));
    }

    @Test
    void basic_authentication_is_in_utf_8() throws InterruptedException {
        var request = submit(Map.of("authentication", "basic", "username", "büro", "secret", "pä:ss"), anSms());

        var expected = Base64.getEncoder().encodeToString("büro:pä:ss".getBytes(UTF_8));
        assertThat(request.header("Authorization")).contains("Basic " + expected);
    }

    @Test
    void a_bearer_token_stands_in_authorization() throws InterruptedException {
        var request = submit(Map.of("authentication", "bearer", "secret", SECRET), anSms());

        assertThat(request.header("Authorization")).contains("Bearer " + SECRET);
    }

    @Test
    void a_secret_may_have_a_header_of_its_own_and_others_may_have_placeholders() throws InterruptedException {
        var request = submit(
                Map.of(
                        "authentication",
                        "header",
                        "secretHeader",
                        "X-Api-Key: {secret}",
                        "secret",
                        SECRET,
                        "headers",
                        "Accept: application/json | X-Request-Id: {id}\nContent-Type: application/x-custom"),
                anSms());

        assertThat(request.header("x-api-key")).contains(SECRET);
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.header("X-Request-Id")).contains("0HZX5A7PQ9K3M");
        assertThat(request.headers().get("Content-Type")).containsExactly("application/x-custom");
        assertThat(request.header("Host")).contains("127.0.0.1:" + provider.port());
    }

    @Test
    void a_sender_that_no_header_carries_is_refused_and_never_sent() throws InterruptedException {
        try (var gateway = open(provider, Map.of("headers", "X-From: {from}"))) {
            var sms = anSms("Tomorrow at 9", Optional.of("Zoë\r\nX: y"), Duration.ofHours(1));

            assertThat(reason(gateway.submit(sms))).isEqualTo(RefusalReason.CONTENT);
        }
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void half_a_character_is_refused_and_never_sent() throws InterruptedException {
        try (var gateway = open(provider, Map.of())) {
            assertThat(reason(gateway.submit(anSms("half \ud800")))).isEqualTo(RefusalReason.CONTENT);
        }
        assertThat(provider.requests()).isEmpty();
    }

    private FakeRequest submit(Map<String, String> settings, SmsSubmission sms) throws InterruptedException {
        try (var gateway = open(provider, settings)) {
            assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);
        }
        return provider.awaitRequest();
    }

    private static JsonObject json(FakeRequest request) {
        try (var reader = Json.createReader(new StringReader(request.text()))) {
            return reader.readObject();
        }
    }

    private static RefusalReason reason(SubmitResult result) {
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason();
    }
}
