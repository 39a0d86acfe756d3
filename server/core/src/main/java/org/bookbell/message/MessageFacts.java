package org.bookbell.message;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.message.AppointmentFacts.Business;
import org.bookbell.message.AppointmentFacts.Guest;
import org.bookbell.message.AppointmentFacts.Visit;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot that one message carries: whom it tells, and either an appointment or words of its own.
 *
 * @param appointment what it tells about; null where it brings its own words
 * @param words what it says by itself; null where a template speaks of an appointment
 */
public record MessageFacts(
        Addressee to, @Nullable Told appointment, @Nullable Words words) {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final MessageFacts NOT_READABLE = new MessageFacts(
            new Addressee("?", Locale.ENGLISH, ZoneOffset.UTC),
            null,
            new Words("?", "This message cannot be read", "This message cannot be read."));

    /** Who reads it. */
    public record Addressee(String name, Locale locale, ZoneId zone) {}

    /** An appointment as it is told. */
    public record Told(Instant start, Instant end, ZoneId zone, Business business, Visit visit, Guest guest) {}

    /** A text that was written for this one message. */
    public record Words(String organization, String subject, String text) {}

    /** What {@code recipient} is told about an appointment. */
    public static MessageFacts of(AppointmentFacts facts, Recipient recipient) {
        var time = facts.time();
        var told = new Told(time.start(), time.end(), time.zone(), facts.business(), facts.visit(), facts.guest());
        return new MessageFacts(addressee(recipient), told, null);
    }

    /** A text for {@code recipient}. */
    public static MessageFacts of(Words words, Recipient recipient) {
        return new MessageFacts(addressee(recipient), null, words);
    }

    /** Reads what {@link #toJson} wrote. */
    public static MessageFacts parse(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            var root = reader.readObject();
            var told = root.getJsonObject("appointment");
            var words = root.getJsonObject("words");
            return new MessageFacts(
                    addressee(root.getJsonObject("to")),
                    told == null ? null : told(told),
                    words == null ? null : words(words));
        }
    }

    /** Reads them for a list, which one row that cannot be read must not spoil: that one says so by itself. */
    public static MessageFacts read(String json) {
        try {
            return parse(json);
        } catch (RuntimeException unreadable) {
            return NOT_READABLE;
        }
    }

    /**
     * The zone of whoever reads what {@link #toJson} wrote, without reading more of it than that; empty if it tells none or
     * cannot be read, which whoever reads all of it will say.
     */
    public static Optional<ZoneId> findZone(String json) {
        try (var parser = JSON.createParser(new StringReader(json))) {
            while (parser.hasNext()) {
                if (parser.next() == Event.KEY_NAME && parser.getString().equals("to")) {
                    parser.next();
                    return Optional.of(ZoneId.of(parser.getObject().getString("zone")));
                }
            }
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    public String toJson() {
        var root = JSON.createObjectBuilder().add("to", json(to));
        Optional.ofNullable(appointment).ifPresent(told -> root.add("appointment", json(told)));
        Optional.ofNullable(words).ifPresent(own -> root.add("words", json(own)));
        return root.build().toString();
    }

    /** Shows nothing: all of it is personal. */
    @Override
    public String toString() {
        return "MessageFacts[…]";
    }

    private static Addressee addressee(Recipient recipient) {
        return new Addressee(recipient.name(), recipient.locale(), recipient.zone());
    }

    private static JsonObjectBuilder json(Addressee to) {
        return JSON.createObjectBuilder()
                .add("name", to.name())
                .add("locale", to.locale().toLanguageTag())
                .add("zone", to.zone().getId());
    }

    private static Addressee addressee(JsonObject json) {
        return new Addressee(
                json.getString("name"),
                Locale.forLanguageTag(json.getString("locale")),
                ZoneId.of(json.getString("zone")));
    }

    private static JsonObjectBuilder json(Told told) {
        return JSON.createObjectBuilder()
                .add("start", told.start().toString())
                .add("end", told.end().toString())
                .add("zone", told.zone().getId())
                .add("organization", told.business().name())
                .add("organizationPhone", orNull(told.business().phone()))
                .add("location", orNull(told.business().location()))
                .add("service", told.visit().service())
                .add("staff", told.visit().staff())
                .add("note", orNull(told.visit().note()))
                .add("selfToken", orNull(told.visit().selfToken()))
                .add("client", told.guest().name())
                .add("clientMobile", orNull(told.guest().mobile()))
                .add("clientPhone", orNull(told.guest().phone()));
    }

    private static Told told(JsonObject json) {
        return new Told(
                Instant.parse(json.getString("start")),
                Instant.parse(json.getString("end")),
                ZoneId.of(json.getString("zone")),
                new Business(json.getString("organization"), text(json, "organizationPhone"), text(json, "location")),
                new Visit(
                        json.getString("service"),
                        json.getString("staff"),
                        text(json, "note"),
                        text(json, "selfToken")),
                new Guest(json.getString("client"), text(json, "clientMobile"), text(json, "clientPhone")));
    }

    private static JsonObjectBuilder json(Words words) {
        return JSON.createObjectBuilder()
                .add("organization", words.organization())
                .add("subject", words.subject())
                .add("text", words.text());
    }

    private static Words words(JsonObject json) {
        return new Words(json.getString("organization"), json.getString("subject"), json.getString("text"));
    }

    private static JsonValue orNull(@Nullable String text) {
        return text == null ? JsonValue.NULL : JSON.createValue(text);
    }

    private static @Nullable String text(JsonObject json, String name) {
        return json.isNull(name) ? null : json.getString(name);
    }
}
