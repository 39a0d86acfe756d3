package org.bookbell.http;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.http.request.RequestTemplate;
import org.bookbell.http.request.Unwritable;
import org.bookbell.http.rule.Entries;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.SmsSubmission;

/** The settings of an account: all of them, what they demand of each other, and how they are read. */
final class AccountSettings {

    static final List<Setting> DECLARED = Stream.of(
                    RequestSettings.DECLARED, WireSettings.DECLARED, AnswerSettings.DECLARED, HookSettings.DECLARED)
            .flatMap(List::stream)
            .toList();

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Tries what a request becomes. */
    private static final SmsSubmission SAMPLE =
            new SmsSubmission("0000000000000", "+12125550123", Optional.empty(), "Sample", Duration.ofHours(1));

    private AccountSettings() {}

    /** The account; empty if anything is wrong, which {@code reading} then knows. */
    static Optional<Account> read(Reading reading, Optional<URI> hook) {
        var submission = RequestSettings.read(reading);
        var check = RequestSettings.readCheck(reading);
        submission.ifPresent(request -> WireSettings.requireEncryption(reading, "address", request.target()));
        check.ifPresent(request -> WireSettings.requireEncryption(reading, "checkAddress", request.target()));
        var answers = AnswerSettings.read(reading);
        var calls = HookSettings.read(reading);
        var connecting = new Account.Connecting(WireSettings.limits(reading), WireSettings.trusting(reading));
        var facts = facts(reading, hook);
        var promises = new Account.Promises(reading.isOn("knowsRepeats"), reading.isOn("takesReplies"));
        submission.ifPresent(request -> requireConsistency(reading, request, facts));
        return submission
                .filter(unused -> reading.faults().isEmpty())
                .map(request ->
                        new Account(request, check, answers, calls, connecting, facts, promises, secrets(reading)));
    }

    private static Facts facts(Reading reading, Optional<URI> hook) {
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        put(values, Placeholder.USERNAME, reading.read("username", AccountSettings::withoutControls));
        put(values, Placeholder.SECRET, reading.read("secret", AccountSettings::withoutControls));
        put(values, Placeholder.FROM, reading.read("accountSender", AccountSettings::withoutControls));
        put(values, Placeholder.HOOK, hook.map(URI::toString));
        var words = reading.read("unicodeWords", AccountSettings::twoWords).orElse(List.of("false", "true"));
        var most = reading.isSet("validityAtMostSeconds")
                ? Optional.of(Duration.ofSeconds(reading.number("validityAtMostSeconds", 1, 1, 999_999_999)))
                : Optional.<Duration>empty();
        return new Facts(values, words, most);
    }

    private static void put(Map<Placeholder, String> values, Placeholder placeholder, Optional<String> value) {
        value.ifPresent(text -> values.put(placeholder, text));
    }

    private static List<String> twoWords(String text) {
        var words = Entries.words(text);
        if (words.size() != 2) {
            throw new WrongRule("must be two words with a comma between them, such as text,unicode.");
        }
        return words;
    }

    private static String withoutControls(String text) {
        if (CONTROL.matcher(text).find()) {
            throw new WrongRule("holds a line end or another control character; enter it in one line.");
        }
        return text;
    }

    private static void requireConsistency(Reading reading, RequestTemplate request, Facts facts) {
        if (reading.isSet("receiptAttempt") && !request.placeholders().contains(Placeholder.ID)) {
            reading.fault("receiptAttempt", "cannot come back, since the request holds no {id}.");
        }
        try {
            request.fill(facts.values(SAMPLE));
        } catch (Unwritable unwritable) {
            reading.fault(
                    "secret",
                    "cannot stand in a header, or the user name or the account's sender cannot; use plain ASCII.");
        }
    }

    private static List<String> secrets(Reading reading) {
        return DECLARED.stream()
                .filter(Setting::isSecret)
                .flatMap(setting -> reading.find(setting.name()).stream())
                .toList();
    }
}
