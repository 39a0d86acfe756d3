package org.bookbell.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bookbell.spi.gateway.HookRequest;

/**
 * Twilio's signature of a call ("Secure webhooks", {@code docs/usage/webhooks/webhooks-security}): HMAC-SHA1 by the auth
 * token over the address as Twilio was given it, then each parameter of the form, sorted by name, its name and its value
 * without anything between; in Base64 in the header {@code X-Twilio-Signature}. Of a parameter that comes several times each
 * value counts once, sorted, as Twilio's library for Node does it. The port of an address may be in it or not, whatever was
 * given, so both are tried, as Twilio's libraries do.
 *
 * <p>Its text shows no secret.
 */
record HookSignature(String authToken) {

    private static final String HEADER = "X-Twilio-Signature";
    private static final String ALGORITHM = "HmacSHA1";
    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://(\\[[^]]*]|[^/?#:]*)(:\\d+)?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * Whether Twilio made {@code request}.
     *
     * @param fragment that may be behind the address
     * @throws IllegalArgumentException if an escape of the form is none
     */
    boolean isRight(HookRequest request, String fragment) {
        var given = request.header(HEADER).flatMap(HookSignature::decode);
        if (given.isEmpty()) {
            return false;
        }
        var form = request.formParameters();
        var isRight = false;
        for (var address : spellings(request.url(), fragment)) {
            // each is computed, so that the time tells nothing
            isRight |= MessageDigest.isEqual(given.get(), sign(address, form));
        }
        return isRight;
    }

    byte[] sign(String address, Map<String, List<String>> form) {
        var signed = new StringBuilder(address);
        new TreeMap<>(form)
                .forEach((name, values) -> values.stream()
                        .distinct()
                        .sorted()
                        .forEach(value -> signed.append(name).append(value)));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(signed.toString().getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, missing);
        }
    }

    private static List<String> spellings(String url, String fragment) {
        var parts = ADDRESS.matcher(url);
        if (!parts.matches()) {
            return List.of(url);
        }
        var begin = parts.group(1) + "://" + parts.group(2);
        var usual = parts.group(1).equalsIgnoreCase("https") ? ":443" : ":80";
        var port = Optional.ofNullable(parts.group(3)).orElse(usual);
        return Stream.of("", fragment)
                .distinct()
                .flatMap(end -> Stream.of(begin + parts.group(4) + end, begin + port + parts.group(4) + end))
                .toList();
    }

    private static Optional<byte[]> decode(String header) {
        try {
            return Optional.of(Base64.getDecoder().decode(header.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HookSignature";
    }
}
