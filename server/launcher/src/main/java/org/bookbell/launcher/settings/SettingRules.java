package org.bookbell.launcher.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bookbell.launcher.console.Fault;

/** What values settings may have, apart from paths and addresses; a wrong number is taken away, so that nobody uses it. */
final class SettingRules {

    private static final int KEY_BYTES = 32;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final Map<String, String> values;
    private final List<Fault> faults;

    SettingRules(Map<String, String> values, List<Fault> faults) {
        this.values = values;
        this.faults = faults;
    }

    void check() {
        number("bookbell.port", 1, 65535);
        number("bookbell.db.pool.size", 2, 500);
        number("bookbell.db.jobsPool.size", 4, 500);
        if (values.containsKey("bookbell.credit.estimatedSegments")) {
            number("bookbell.credit.estimatedSegments", 1, 10);
        }
        if (values.containsKey("bookbell.daypack.keepDays")) {
            number("bookbell.daypack.keepDays", 1, 366);
        }
        List.of("bookbell.demo", "bookbell.db.xa").forEach(this::flag);
        choice("bookbell.call-list.unknown", List.of("LEAVE", "EMAIL_AS_WELL", "CALL_LIST", "true", "false"));
        List.of("bookbell.gateway.timeout", "bookbell.receipts.window", "bookbell.canary.every", "bookbell.jobs.keep")
                .forEach(this::duration);
        zone("bookbell.demo.zone");
        key("bookbell.key");
        proxies("bookbell.trustedProxies");
    }

    private void number(String name, int min, int max) {
        String value = values.getOrDefault(name, "");
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        values.remove(name);
        fault(name, value, "not a whole number from " + min + " to " + max, "Give such a number, or leave it out.");
    }

    private void flag(String name) {
        String value = values.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            fault(name, value, "neither true nor false", "Give true or false.");
        }
    }

    private void choice(String name, List<String> choices) {
        String value = values.getOrDefault(name, choices.get(0));
        if (!choices.contains(value)) {
            fault(name, value, "none of its values", "Give one of " + String.join(", ", choices) + ".");
        }
    }

    private void duration(String name) {
        String value = values.getOrDefault(name, "PT1S");
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isZero() && !duration.isNegative()) {
                return;
            }
        } catch (DateTimeParseException e) {
            // told below, like a duration that is none
        }
        fault(name, value, "not a duration", "Write it as ISO 8601 does: PT10S, PT15M, PT2H or P3D.");
    }

    private void zone(String name) {
        String value = values.getOrDefault(name, "UTC");
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
            fault(name, value, "not a time zone", "Give the id of one, such as Europe/Zurich.");
        }
    }

    /** Its value is not shown. */
    private void key(String name) {
        String value = values.get(name);
        if (value != null
                && decoded(value).filter(bytes -> bytes.length == KEY_BYTES).isEmpty()) {
            faults.add(new Fault(
                    "The setting " + name + " does not hold " + KEY_BYTES + " bytes in Base64.",
                    "Give the content of the first server's secret.key, or make one: openssl rand -base64 32."));
        }
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The application compares them with addresses as the server writes them. */
    private void proxies(String name) {
        String value = values.getOrDefault(name, "none");
        if (value.equals("none")) {
            return;
        }
        List<Optional<String>> addresses = Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .map(SettingRules::address)
                .toList();
        if (addresses.stream().anyMatch(Optional::isEmpty)) {
            fault(name, value, "not a list of addresses", "Give IP addresses with commas between, or leave it out.");
        } else {
            values.put(
                    name,
                    addresses.stream().flatMap(Optional::stream).distinct().collect(Collectors.joining(",")));
        }
    }

    private static Optional<String> address(String text) {
        try {
            return ADDRESS.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text).getHostAddress())
                    : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private void fault(String name, String value, String what, String cure) {
        faults.add(new Fault("The setting " + name + " is \"" + value + "\", which is " + what + ".", cure));
    }
}
