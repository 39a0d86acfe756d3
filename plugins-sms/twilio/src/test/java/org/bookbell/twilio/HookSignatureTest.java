package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.spi.gateway.HookRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our reading of signatures against Twilio's own, that of its library for Java. */
class HookSignatureTest {

    private static final String HOOK = "https://book.example.org/hooks/sms/main";
    private static final String REPORTED = HOOK + "?attempt=" + Accounts.ATTEMPT;

    private final HookSignature ours = new HookSignature(Accounts.TOKEN);
    private final RequestValidator twilios = new RequestValidator(Accounts.TOKEN);

    static Stream<Arguments> calls() {
        var form = "MessageSid=SM1&MessageStatus=delivered&AccountSid=AC1&To=%2B12125550123";
        return Stream.of(
                Arguments.of(HOOK, form),
                Arguments.of(REPORTED, form),
                Arguments.of(REPORTED, ""),
                Arguments.of(HOOK, "Body=&From=%2B12125550123"),
                Arguments.of(HOOK, "Body=+two++words+&a=1&B=2&A=3&b=4&_=5&Z=6"),
                Arguments.of(HOOK, "Body=Zo%C3%AB+%E6%98%8E%E6%97%A5+%F0%9F%98%80+%2B%26%3D%25%23%0A"),
                Arguments.of("http://book.example.org/hooks/sms/main", form),
                Arguments.of("https://book.example.org:443/hooks/sms/main?attempt=1", form),
                Arguments.of("https://book.example.org:8443/hooks/sms/main?attempt=1", form),
                Arguments.of("http://book.example.org:8080/hooks", form),
                Arguments.of("https://book.example.org", form),
                Arguments.of("https://book.example.org?x=y:8", form),
                Arguments.of("https://[2001:db8::1]:8443/hooks", form),
                Arguments.of(HOOK + "?a=b%20c&d=%C3%AB", form));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void what_we_sign_twilios_library_takes(String url, String form) {
        var signature = encode(ours.sign(url, HookRequest.parameters(form)));

        assertThat(twilios.validate(url, single(form), signature)).isTrue();
        assertThat(twilios.validate(url, single(form + "&more=1"), signature)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void what_twilios_library_signs_we_take(String url, String form) throws ReflectiveOperationException {
        var signature = signedByTwilio(url, form);

        assertThat(isRight(url, form, signature)).isTrue();
        assertThat(isRight(url + "x", form, signature)).isFalse();
        assertThat(isRight(url, form + "&more=1", signature)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://book.example.org/h?a=1, https://book.example.org:443/h?a=1",
        "https://book.example.org:443/h?a=1, https://book.example.org/h?a=1",
        "https://book.example.org:8443/h?a=1, https://book.example.org/h?a=1",
        "http://book.example.org/h, http://book.example.org:80/h",
        "http://book.example.org:8080/h, http://book.example.org/h"
    })
    void the_port_may_be_in_the_signed_address_or_not(String called, String signed)
            throws ReflectiveOperationException {
        var signature = signedByTwilio(signed, "a=b");

        assertThat(isRight(called, "a=b", signature)).isTrue();
        assertThat(twilios.validate(called, single("a=b"), signature)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://book.example.org/h, http://book.example.org/h",
        "https://book.example.org/h, https://book.example.org:8443/h",
        "https://book.example.org/h, https://book.example.com/h",
        "https://book.example.org/h?a=1, https://book.example.org/h"
    })
    void an_address_that_was_not_called_proves_nothing(String called, String signed)
            throws ReflectiveOperationException {
        var signature = signedByTwilio(signed, "a=b");

        assertThat(isRight(called, "a=b", signature)).isFalse();
        assertThat(twilios.validate(called, single("a=b"), signature)).isFalse();
    }

    @Test
    void the_example_of_twilios_documentation_is_signed_as_there() {
        var form = Map.of(
                "CallSid", List.of("CA1234567890ABCDE"),
                "Caller", List.of("+12349013030"),
                "Digits", List.of("1234"),
                "From", List.of("+12349013030"),
                "To", List.of("+18005551212"));

        assertThat(encode(new HookSignature("12345").sign("https://mycompany.com/myapp.php?foo=1&bar=2", form)))
                .isEqualTo("0/KCTR6DLpKmkAf8muzZqo1nDgQ=");
    }

    /** Signed by Twilio's library for Node, twilio 6.3.1 of npm; that for Java takes one value of a parameter. */
    @ParameterizedTest
    @CsvSource({
        "Sid=SM2&Sid=SM1&Body=x&Sid=SM2, FoU55LENlCQlvPFHKLGlXUTez0o=",
        "MessagingBinding=b&A=%C3%A9&MessagingBinding=a&MessagingBinding=c&A=z&MessagingBinding=a&A=Z"
                + "&Body=Zo%C3%AB+%E6%98%8E%E6%97%A5+%F0%9F%98%80+%2B%26%3D%25, njqSiPe5jmRSYBYBIdcATxiaqu8="
    })
    void a_parameter_that_is_repeated_is_signed_with_each_value_once(String form, String signature) {
        var url = "https://book.example.org/hooks/sms/twilio?attempt=" + Accounts.ATTEMPT;

        assertThat(encode(ours.sign(url, HookRequest.parameters(form)))).isEqualTo(signature);
        assertThat(isRight(url, form, signature)).isTrue();
    }

    @Test
    void overrides_behind_the_address_may_be_signed_or_not() throws ReflectiveOperationException {
        for (var end : List.of("", "#rc=5&rp=all")) {
            var call = Calls.form(REPORTED, "a=b", signedByTwilio(REPORTED + end, "a=b"));

            assertThat(ours.isRight(call, "#rc=5&rp=all")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "AAAA", "no Base64!", "'0/KCTR6DLpKmkAf8muzZqo1nDgQ='"})
    void another_signature_is_wrong(String signature) {
        assertThat(isRight(HOOK, "a=b", signature)).isFalse();
    }

    @Test
    void another_token_signs_otherwise() {
        var signature = encode(new HookSignature("another-token").sign(HOOK, Map.of()));

        assertThat(isRight(HOOK, "", signature)).isFalse();
    }

    @Test
    void without_a_signature_nothing_is_right() {
        assertThat(ours.isRight(Calls.unsigned(HOOK, "a=b"), "")).isFalse();
    }

    private boolean isRight(String url, String form, String signature) {
        return ours.isRight(Calls.form(url, form, signature), "");
    }

    /** The library only validates in public. */
    private String signedByTwilio(String url, String form) throws ReflectiveOperationException {
        var sign = RequestValidator.class.getDeclaredMethod("getValidationSignature", String.class, Map.class);
        sign.setAccessible(true);
        return (String) sign.invoke(twilios, url, single(form));
    }

    private static Map<String, String> single(String form) {
        return HookRequest.parameters(form).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0), (one, other) -> one, TreeMap::new));
    }

    private static String encode(byte[] signature) {
        return Base64.getEncoder().encodeToString(signature);
    }
}
