package org.bookbell.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bookbell.http.wire.Form;
import org.bookbell.spi.gateway.HookResult.Forged;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.vonage.wire.Signature;
import org.bookbell.vonage.wire.SignatureMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected signatures were made by another program, after the document. */
class SignatureTest {

    private static final Map<String, String> REQUEST = Map.of(
            "api_key", "abcd1234", "from", "Acme", "to", "447700900000", "text", "Fish & chips = 5 £", "empty", " ");

    private static final Map<String, String> RECEIPT =
            Map.of("messageId", "0B01", "status", "delivered", "err-code", "0", "nonce", "ec11dd3e-1e7f");

    private final SmsGateway gateway = Accounts.open(
            "https://rest.nexmo.com",
            Map.of("signedHook", "true", "signatureSecret", Accounts.SIGNATURE_SECRET, "signatureMethod", "md5hash"));

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "md5hash, ceba143694ae6ce6b6338df24d132d75",
        "md5, 03b6ed4642cdf2c71d02302aec55135d",
        "sha1, 78e66989dcf29b3e666548e144de2a87ecb5ff59",
        "sha256, 44dc565d26ffd11a366a9d00111822153f7c73577b2fc93b6afae242ef6567fa",
        "sha512, d9f9c802c38a6738bba8f8b6a654e5e28b91450ca3c6743cd094e2d95317f816"
                + "678711206a7fce338cdbded8202457fc9ea748085678b978894de23ef531fdb8"
    })
    void parameters_are_signed_sorted_and_with_the_time(String method, String expected) {
        assertThat(signed(REQUEST, method, Duration.ZERO))
                .containsEntry("timestamp", "1795348800")
                .containsEntry("sig", expected);
    }

    @Test
    void a_signed_call_is_understood_by_query_form_and_json_whatever_the_case_of_the_signature() {
        var call = signed(RECEIPT, "md5hash", Duration.ZERO);
        var upper = new TreeMap<>(call);
        upper.computeIfPresent("sig", (name, sig) -> sig.toUpperCase(Locale.ROOT));

        assertThat(gateway.readHook(Accounts.get(Form.query(call)))).isInstanceOf(Understood.class);
        assertThat(gateway.readHook(Accounts.form(Form.query(upper)))).isInstanceOf(Understood.class);
        assertThat(gateway.readHook(Accounts.json(json(upper)))).isInstanceOf(Understood.class);
    }

    @Test
    void a_call_that_was_changed_is_forged_also_as_json() {
        var call = json(signed(RECEIPT, "md5hash", Duration.ZERO));

        assertThat(gateway.readHook(Accounts.json(call.replace("delivered", "failed"))))
                .isInstanceOf(Forged.class);
        assertThat(gateway.readHook(Accounts.json(call.replace("}", ",\"more\":\"1\"}"))))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4M59S", "PT-4M59S", "PT-24H"})
    void a_call_is_taken_for_as_long_as_vonage_repeats_it(Duration later) {
        assertThat(gateway.readHook(Accounts.get(Form.query(signed(RECEIPT, "md5hash", later)))))
                .isInstanceOf(Understood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT6M", "PT-26H", "P-365D"})
    void a_call_of_another_time_is_forged(Duration later) {
        assertThat(gateway.readHook(Accounts.get(Form.query(signed(RECEIPT, "md5hash", later)))))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "messageId=0B01&status=delivered",
                "messageId=0B01&status=delivered&sig=",
                "messageId=0B01&status=delivered&timestamp=1795348800&sig=00",
                "messageId=%zz"
            })
    void a_call_without_a_right_signature_is_forged(String query) {
        assertThat(gateway.readHook(Accounts.get(query))).isInstanceOf(Forged.class);
    }

    @Test
    void a_right_signature_over_no_time_is_forged() {
        var call = new TreeMap<>(RECEIPT);
        call.put(
                "sig",
                SignatureMethod.MD5HASH.sign(
                        "&err-code=0&messageId=0B01&nonce=ec11dd3e-1e7f&status=delivered", Accounts.SIGNATURE_SECRET));

        assertThat(gateway.readHook(Accounts.get(Form.query(call)))).isInstanceOf(Forged.class);
    }

    @Test
    void nothing_of_the_secret_is_shown() {
        var clock = Clock.fixed(Accounts.NOW, ZoneOffset.UTC);

        assertThat(new Signature(SignatureMethod.SHA256, "a-secret", clock).toString())
                .doesNotContain("a-secret");
    }

    private static Map<String, String> signed(Map<String, String> parameters, String method, Duration later) {
        var all = new TreeMap<>(parameters);
        var clock = Clock.fixed(Accounts.NOW.plus(later), ZoneOffset.UTC);
        new Signature(SignatureMethod.of(method), Accounts.SIGNATURE_SECRET, clock).sign(all);
        return all;
    }

    private static String json(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
