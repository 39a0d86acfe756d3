package org.bookbell.dispatch.evidence;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of what gateways wrote whatever names a person: phone numbers and addresses lose their middle, and what a message
 * said is left out. What a provider needs to find a message again, ids, codes and times, stays.
 */
final class Masking {

    private static final int SHOWN_AT_THE_END = 2;
    private static final int SHOWN_OF_COUNTRY = 5;
    private static final int TAIL = 7;
    private static final String LEFT_OUT = "[left out]";

    /** A number with a plus, as such or in the encoding of forms, or with two zeros. */
    private static final Pattern DIALED = Pattern.compile("(?i)(\\+|%2b|\\b00)\\s?(\\d[\\d ().-]{5,20}\\d)");

    private static final String NUMBER_KEYS =
            "to|from|msisdn|recipient|dest|destination|destinationaddress|source|sender"
                    + "|phone|mobile|number|da|oa|source_addr|destination_addr|sourceaddr|destinationaddr|address";

    /** The value of a field that is named like a number, in a form or in JSON. */
    private static final Pattern NUMBER_FIELD =
            Pattern.compile("(?i)(?<![a-z])(" + NUMBER_KEYS + ")(\"?\\s*[:=]\\s*\"?)(\\d[\\d ().-]{5,20}\\d)");

    /** The value of a field that is named like a text: in quotes, or up to where a form or a line ends it. */
    private static final Pattern TEXT_FIELD =
            Pattern.compile("(?i)(?<![a-z_-])(text|body|message|content|short_message|msg|subject|name)"
                    + "(\"?\\s*[:=]\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|[^&\\r\\n]*)");

    private static final Pattern MAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+(@|%40)([\\w.-]+)");

    /** What may stay of a notice about an e-mail (RFC 3464): nothing of the message itself is in these lines. */
    private static final Pattern NOTICE_LINE = Pattern.compile(
            "(?i)^(action|status|diagnostic-code|reporting-mta|remote-mta|final-recipient|original-recipient"
                    + "|arrival-date|last-attempt-date|will-retry-until):.*");

    private Masking() {}

    /** A phone number or an e-mail address without its middle. */
    static String address(String address) {
        int at = address.lastIndexOf('@');
        if (at >= 0) {
            return address.substring(0, Math.min(1, at)) + "xxx" + address.substring(at);
        }
        return number(address.replaceAll("\\D", ""));
    }

    private static String number(String digits) {
        int tail = Math.max(0, digits.length() - SHOWN_AT_THE_END);
        int head = Math.min(SHOWN_OF_COUNTRY, Math.max(0, tail - 4));
        return digits.substring(0, head) + "x".repeat(tail - head) + digits.substring(tail);
    }

    /** What a gateway wrote of a message to {@code address}. */
    static String text(String raw, String address) {
        return address.contains("@") ? notice(raw) : receipt(raw, address);
    }

    /** What a gateway answered to a message to {@code address}. */
    static String detail(String detail, String address) {
        return receipt(detail, address);
    }

    private static String notice(String raw) {
        return raw.lines()
                .filter(line -> NOTICE_LINE.matcher(line).matches())
                .map(line -> MAIL.matcher(line).replaceAll("xxx$1$2"))
                .collect(Collectors.joining("\n"));
    }

    private static String receipt(String raw, String address) {
        var withoutText = TEXT_FIELD.matcher(raw).replaceAll(Masking::leftOut);
        var withoutMail = MAIL.matcher(withoutText).replaceAll("xxx$1$2");
        var withoutRecipient = withoutNumber(withoutMail, address.replaceAll("\\D", ""));
        var withoutDialed = DIALED.matcher(withoutRecipient)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + digitsMasked(found.group(2))));
        return NUMBER_FIELD
                .matcher(withoutDialed)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + found.group(2) + digitsMasked(found.group(3))));
    }

    /** An object or a list is looked at by its own fields. */
    private static String leftOut(MatchResult found) {
        var value = found.group(3).strip();
        boolean isNested = value.startsWith("{") || value.startsWith("[");
        boolean isQuoted = value.startsWith("\"");
        var instead = isNested ? found.group(3) : isQuoted ? "\"" + LEFT_OUT + "\"" : LEFT_OUT;
        return Matcher.quoteReplacement(found.group(1) + found.group(2) + instead);
    }

    /** Also where it stands without a plus, with the prefix of its country or without. */
    private static String withoutNumber(String text, String digits) {
        if (digits.length() < TAIL) {
            return text;
        }
        var tail = Pattern.quote(digits.substring(digits.length() - TAIL));
        return Pattern.compile("\\d*" + tail).matcher(text).replaceAll(found -> number(found.group()));
    }

    private static String digitsMasked(String written) {
        return number(written.replaceAll("\\D", ""));
    }
}
