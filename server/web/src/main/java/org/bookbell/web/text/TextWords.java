package org.bookbell.web.text;

import java.util.Locale;
import org.bookbell.client.Channel;
import org.bookbell.message.text.TextKey;
import org.bookbell.spi.gateway.SmsText;

/** How pages say which text is meant, and what a text message costs. */
final class TextWords {

    private TextWords() {}

    static String what(TextKey key) {
        return switch (key.kind()) {
            case CONFIRMATION -> "Confirmation";
            case CHANGE -> "Change of time";
            case CANCELLATION -> "Cancellation";
            case REMINDER -> "Reminder";
            case AGENDA -> "Agenda";
            case OFFER -> "Offer";
            case ALERT -> "Notice";
            case CANARY -> "Test";
        };
    }

    static String to(TextKey key) {
        return switch (key.audience()) {
            case CLIENT -> "clients";
            case STAFF -> "staff";
            case MEMBER -> "members";
        };
    }

    static String by(TextKey key) {
        return key.channel() == Channel.SMS ? "text message" : "e-mail";
    }

    static String language(Locale locale) {
        return locale.getDisplayName(Locale.ENGLISH);
    }

    /** 2 segments, 187 of 306 characters. */
    static String cost(SmsText text) {
        var encoding = text.encoding();
        var room = text.segments() <= 1
                ? encoding.unitsOfSingleSegment()
                : text.segments() * encoding.unitsOfJoinedSegment();
        return text.segments() + (text.segments() == 1 ? " segment, " : " segments, ") + text.units() + " of " + room
                + " characters";
    }

    /** What makes it dear; empty if nothing does. */
    static String warning(SmsText text) {
        return text.firstBeyondGsm7()
                .map(sign -> "“" + sign + "” is not in the simple alphabet of text messages, so that a segment takes "
                        + SmsText.Encoding.UCS_2.unitsOfSingleSegment() + " characters instead of "
                        + SmsText.Encoding.GSM_7.unitsOfSingleSegment() + ".")
                .orElse("");
    }
}
