package org.bookbell.vonage.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bookbell.spi.Settings;

/**
 * Signs requests and verifies calls ("Signing messages": parameters sorted by name, {@code &} and {@code =} in them replaced
 * by {@code _}, {@code sig} left out, {@code timestamp} among them). Blank parameters are left out, as the vendor's Java SDK
 * does ({@code RequestSigning}).
 *
 * @param secret the account's signature secret
 */
public record Signature(SignatureMethod method, String secret, Clock clock) {

    private static final String SIG = "sig";
    private static final String TIMESTAMP = "timestamp";

    /** Vonage repeats a call for a day, and does not say that it makes a new time for that. */
    private static final Duration OLDEST = Duration.ofHours(25);

    /** As the vendor's SDK. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");

    public static Signature of(Settings settings, Clock clock) {
        return new Signature(
                SignatureMethod.of(settings.get("signatureMethod")), settings.get("signatureSecret"), clock);
    }

    /** Adds time and signature to the parameters of a request. */
    public void sign(Map<String, String> parameters) {
        parameters.put(TIMESTAMP, Long.toString(clock.instant().getEpochSecond()));
        parameters.put(SIG, of(parameters));
    }

    /** Whether a call was signed with the secret, and lately. */
    public boolean isOf(Map<String, String> parameters) {
        var given = parameters.getOrDefault(SIG, "").toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(of(parameters).getBytes(US_ASCII), given.getBytes(US_ASCII))
                && isRecent(parameters.getOrDefault(TIMESTAMP, ""));
    }

    private boolean isRecent(String timestamp) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        var now = clock.instant();
        return at.isAfter(now.minus(OLDEST)) && at.isBefore(now.plus(AHEAD));
    }

    private String of(Map<String, String> parameters) {
        var text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals(SIG))
                        .filter(parameter -> !parameter.getValue().isBlank())
                        .map(parameter -> "&" + clean(parameter.getKey()) + "=" + clean(parameter.getValue()))
                        .collect(Collectors.joining());
        return method.sign(text, secret);
    }

    private static String clean(String text) {
        return text.replace('&', '_').replace('=', '_');
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "Signature[" + method + "]";
    }
}
