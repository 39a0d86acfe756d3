package org.bookbell.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Values;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SmsText.Encoding;

/**
 * What placeholders stand for. Its text shows nothing.
 *
 * @param ofAccount what is the same for all messages
 * @param unicodeWords for a text in the GSM alphabet, and for another
 * @param validityAtMost the longest that the gateway takes
 */
record Facts(Map<Placeholder, String> ofAccount, List<String> unicodeWords, Optional<Duration> validityAtMost) {

    /** Without a message. */
    Values values() {
        return Values.of(new EnumMap<>(ofAccount));
    }

    Values values(SmsSubmission sms) {
        var text = SmsText.of(sms.text());
        var seconds = validityAtMost
                .filter(most -> most.compareTo(sms.validity()) < 0)
                .orElse(sms.validity())
                .toSeconds();
        var values = new EnumMap<Placeholder, String>(ofAccount);
        values.put(Placeholder.TO, sms.to());
        values.put(Placeholder.TO_DIGITS, withoutPlus(sms.to()));
        var from = sms.from().orElse(ofAccount.getOrDefault(Placeholder.FROM, ""));
        values.put(Placeholder.FROM, from);
        values.put(Placeholder.FROM_DIGITS, withoutPlus(from));
        values.put(Placeholder.TEXT, sms.text());
        values.put(Placeholder.ID, sms.attemptId());
        values.put(Placeholder.VALIDITY_SECONDS, Long.toString(Math.max(1, seconds)));
        values.put(Placeholder.VALIDITY_MINUTES, Long.toString(Math.max(1, seconds / 60)));
        values.put(Placeholder.SEGMENTS, Integer.toString(text.segments()));
        values.put(Placeholder.UNICODE, unicodeWords.get(text.encoding() == Encoding.GSM_7 ? 0 : 1));
        return Values.of(values);
    }

    private static String withoutPlus(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    @Override
    public String toString() {
        return "Facts";
    }
}
