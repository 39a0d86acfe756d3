package org.bookbell.message.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.jspecify.annotations.Nullable;

/** What a text may tell, and its value for one message. Values are text as it is, without control characters. */
final class Variables {

    private static final Set<String> OF_APPOINTMENTS = Set.of(
            "organization",
            "organizationPhone",
            "weekday",
            "date",
            "time",
            "endTime",
            "duration",
            "service",
            "staff",
            "client",
            "clientMobile",
            "clientPhone",
            "note",
            "location",
            "selfLink",
            "recipient",
            "replies");
    private static final Set<String> OF_ALERTS = Set.of("organization", "recipient", "subject", "text");

    private static final int LONGEST_IN_SMS = 40;
    private static final int LONGEST_NOTE_IN_SMS = 60;

    private final Channel channel;
    private final Locale locale;
    private final Map<String, Object> values = new HashMap<>();

    private Variables(Channel channel, Locale locale) {
        this.channel = channel;
        this.locale = locale;
    }

    static Set<String> namesFor(TextKey key) {
        return key.kind() == MessageKind.ALERT ? OF_ALERTS : OF_APPOINTMENTS;
    }

    /**
     * The values of one message.
     *
     * @param takesReplies whether the gateway that carries it receives answers
     */
    static Map<String, Object> of(
            MessageFacts facts, Channel channel, Locale locale, String publicUrl, boolean takesReplies) {
        var variables = new Variables(channel, locale);
        variables.put("recipient", facts.to().name());
        variables.values.put("replies", takesReplies);
        Optional.ofNullable(facts.words()).ifPresent(variables::put);
        Optional.ofNullable(facts.appointment())
                .ifPresent(told -> variables.put(told, facts.to().zone(), publicUrl));
        return Map.copyOf(variables.values);
    }

    private void put(MessageFacts.Words words) {
        put("organization", words.organization());
        put("subject", words.subject());
        values.put("text", Typography.paragraphs(words.text()));
    }

    private void put(MessageFacts.Told told, ZoneId zoneOfReader, String publicUrl) {
        put("organization", told.business().name());
        put("organizationPhone", told.business().phone());
        put("location", told.business().location());
        put("service", told.visit().service());
        put("staff", told.visit().staff());
        put("note", told.visit().note(), LONGEST_NOTE_IN_SMS);
        put("client", told.guest().name());
        put("clientMobile", told.guest().mobile());
        put("clientPhone", told.guest().phone());
        values.put("selfLink", selfLink(told, publicUrl).orElse(""));
        put(told.start(), told.end(), told.zone(), zoneOfReader);
    }

    /** Where clients find their appointment, for those who have such a page. */
    static Optional<String> selfLink(MessageFacts.Told told, String publicUrl) {
        return Optional.ofNullable(told.visit().selfToken()).map(token -> publicUrl + "/self/" + token);
    }

    private void put(Instant start, Instant end, ZoneId zone, ZoneId zoneOfReader) {
        var length = channel == Channel.SMS ? "short" : "long";
        var begin = start.atZone(zone);
        put("weekday", format(begin, "weekday." + length));
        put("date", format(begin, "date." + length));
        put("time", format(begin, "time") + suffix(start, zone, zoneOfReader));
        put("endTime", format(end.atZone(zone), "time"));
        put("duration", (end.getEpochSecond() - start.getEpochSecond()) / 60 + " min");
    }

    /** Names the zone where the reader's clock shows another time. */
    private static String suffix(Instant start, ZoneId zone, ZoneId zoneOfReader) {
        var isSame =
                zone.getRules().getOffset(start).equals(zoneOfReader.getRules().getOffset(start));
        return isSame ? "" : " (" + zone.getId() + ")";
    }

    private String format(ZonedDateTime time, String name) {
        return DateTimeFormatter.ofPattern(BuiltInTexts.pattern(locale, name), locale)
                .format(time);
    }

    private void put(String name, @Nullable String value) {
        put(name, value, LONGEST_IN_SMS);
    }

    private void put(String name, @Nullable String value, int longestInSms) {
        var line = value == null ? "" : Typography.line(value);
        values.put(name, channel == Channel.SMS ? Typography.cut(line, longestInSms) : line);
    }
}
