package org.bookbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.http.Gateways.SECRET;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Setting.Kind;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProviderTest {

    private static final Map<String, String> RIGHT =
            Map.of("address", "https://gateway.example.org/sms", "body", "to={to}&text={text}");

    private final HttpProvider provider = new HttpProvider();

    @Test
    void an_address_and_a_body_are_enough() {
        assertThat(faults(RIGHT)).isEmpty();
        assertThat(faults(Map.of())).extracting(SettingFault::setting).containsExactly("address");
    }

    /** The page of a gateway sends each default back as the operator's own value. */
    @Test
    void what_the_form_sends_back_untouched_leaves_it_to_the_preset() {
        var sent = new HashMap<String, String>();
        provider.settings().forEach(setting -> sent.put(setting.name(), setting.defaultValue()));
        sent.putAll(Map.of("preset", "plivo", "username", "MAXX", "secret", SECRET, "accountSender", "+12125550199"));

        assertThat(faults(sent)).isEmpty();
    }

    @Test
    void no_field_of_the_form_is_named_as_one_of_the_page() {
        assertThat(provider.settings())
                .extracting(Setting::name)
                .doesNotContain("name", "kind", "provider", "sender", "position", "csrf")
                .doesNotHaveDuplicates();
    }

    @Test
    void every_setting_explains_itself_in_a_sentence_unless_its_label_does() {
        assertThat(provider.settings())
                .filteredOn(setting -> setting.kind() == Kind.TEXT || setting.kind() == Kind.SECRET)
                .allSatisfy(setting -> assertThat(setting.help()).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            address                | ftp://gateway.example.org
            address                | https://user:pass@gateway.example.org/
            address                | https://{to}.example.org/
            address                | https://gateway_1/{to}
            address                | https://gateway.example.org:99999/
            address                | https://gateway.example.org/#top
            address                | https://gateway.example.org/é
            address                | https://gateway.example.org/{phone}
            address                | http://gateway.example.org/sms
            method                 | DELETE
            bodyFormat             | yaml
            body                   | to={to}
            body                   | text={text}
            body                   | to={to}&text={text}&x={nothing}
            body                   | to={to}&text={text}&words with spaces=1
            body                   | {to}={text}
            body                   | {"to": "{to}", "text": "{text}"}
            headers                | no header
            headers                | Host: example.org
            headers                | Transfer-Encoding: chunked
            headers                | X-Text: {text}
            headers                | X-Word: é
            unicodeWords           | one
            unicodeWords           | one,two,three
            validityAtMostSeconds  | 0
            knowsRepeats           | true
            checkAddress           | https://gateway.example.org/{to}
            checkAddress           | http://gateway.example.org/
            connectTimeoutSeconds  | 0
            timeoutSeconds         | 61
            maxConnections         | 101
            trustedCertificate     | none
            successStatuses        | 20x
            successStatuses        | 600
            successField           | (
            messageId              | $.a[?(@.b)]
            messageId              | $..id
            messageId              | [a
            segmentCount           | $.
            errorCode              | $[1:2]
            errorStatuses          | 404
            errorStatuses          | 4x=OTHER
            errorStatuses          | 404=WHATEVER
            receiptAttempt         | ref
            hookItems              | results
            hookCheck              | password
            hookAlgorithm          | MD5
            """)
    void a_wrong_value_is_told_of_its_setting(String setting, String value) {
        assertThat(faults(with(Map.of(setting, value))))
                .extracting(SettingFault::setting)
                .contains(setting);
        assertThat(faults(with(Map.of(setting, value))))
                .extracting(SettingFault::detail)
                .allSatisfy(detail -> assertThat(detail).endsWith(".").hasSizeGreaterThan(20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"to": "{to}", "text": {text}}             | holds {text} without quotes; put it into quotes.
            {"to": "{to}", "text": "{text}"            | is no JSON; write an object such as {"to": "{to}", "text": "{text}"}.
            "{to} {text}"                              | is no JSON; write an object such as {"to": "{to}", "text": "{text}"}.
            """)
    void json_that_is_none_is_told(String body, String rest) {
        assertThat(faults(with(Map.of("bodyFormat", "json", "body", body))))
                .containsExactly(new SettingFault("body", "Body " + rest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            authentication=basic                              | username, secret
            authentication=bearer                             | secret
            authentication=header                             | secretHeader
            authentication=header;secretHeader=X-Key: {secret} | secret
            authentication=header;secretHeader=X-Key: fixed;secret=x | secretHeader
            authentication=basic;username=a:b;secret=x        | username
            authentication=bearer;secret=ж                    | secret
            headers=X-User: {username}                        | username
            method=GET;bodyFormat=json                        | bodyFormat
            successValues=0                                   | successField
            errorCodes=1=OTHER                                | errorCode
            receiptId=id                                      | receiptState
            receiptState=status                               | receiptId, receiptStates
            receiptState=status;receiptId=id;receiptStates=a=DELIVERED | messageId
            receiptState=status;receiptAttempt=ref;receiptStates=a=GONE | receiptAttempt, receiptStates
            receiptState=s;receiptId=id;messageId=$.id;receiptStates=a=DELIVERED;receiptCodes=1=NOBODY | receiptCodes
            replyFrom=from                                    | replyText
            takesReplies=true                                 | replyFrom, replyText
            hookCheck=hmac                                    | hookHeader, hookSecret
            """)
    void what_is_missing_beside_another_is_told(String given, String missing) {
        var settings = new HashMap<String, String>();
        for (var pair : given.split(";")) {
            settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }

        var expected = List.of(missing.split(", "));
        assertThat(faults(with(settings))).extracting(SettingFault::setting).containsAll(expected);
        assertThat(faults(with(settings)))
                .extracting(SettingFault::setting)
                .isSubsetOf(concat(expected, "receiptId", "messageId"));
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_the_form() {
        var faults = faults(Map.of(
                "hookItems", "results",
                "address", "https://gateway.example.org/sms",
                "maxConnections", "many",
                "body", "to={to}&text={nothing}",
                "authentication", "basic",
                "messageId", "("));

        assertThat(faults)
                .extracting(SettingFault::setting)
                .containsExactly("body", "username", "secret", "maxConnections", "messageId", "hookItems");
    }

    @Test
    void an_expression_or_json_that_is_nested_without_end_is_told() {
        var faults = faults(with(Map.of(
                "messageId", "(".repeat(100_000) + ")".repeat(100_000),
                "bodyFormat", "json",
                "body", "[".repeat(100_000) + "]".repeat(100_000))));

        assertThat(faults).extracting(SettingFault::setting).containsExactly("body", "messageId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/sms", "http://localhost/sms", "http://[::1]:8080/sms"})
    void http_needs_no_permission_on_this_machine(String address) {
        assertThat(faults(with(Map.of("address", address)))).isEmpty();
    }

    @Test
    void http_elsewhere_needs_permission() {
        var settings = with(Map.of("address", "http://10.0.0.7/sms"));
        assertThat(faults(settings)).extracting(SettingFault::setting).containsExactly("address");

        settings.put("allowHttp", "true");
        assertThat(faults(settings)).isEmpty();
    }

    @Test
    void no_fault_shows_the_secret() {
        var faults = faults(with(Map.of("authentication", "bearer", "secret", SECRET + "\nX: y")));

        assertThat(faults).isNotEmpty();
        assertThat(faults.toString()).doesNotContain(SECRET);
    }

    private List<SettingFault> faults(Map<String, String> settings) {
        return provider.validate(Settings.of(settings));
    }

    private static Map<String, String> with(Map<String, String> more) {
        var settings = new HashMap<>(RIGHT);
        settings.putAll(more);
        return settings;
    }

    private static List<String> concat(List<String> list, String... more) {
        var all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return all;
    }
}
