package org.bookbell.export.imports;

import java.util.Optional;
import java.util.stream.Stream;

/** What a column of an imported file may hold, by the headings that name it. */
enum Field {
    NAME("name", "clientName"),
    EMAIL("email", "clientEmail"),
    MOBILE("mobile", "clientMobile"),
    PHONE("phone", "clientPhone"),
    LOCALE("locale"),
    ZONE("zone"),
    NOTE("note"),
    /** Whether the client agreed to text messages. */
    SMS_CONSENT("smsConsent"),
    /** The id of a client of the organization, in place of name and addresses. */
    CLIENT("client"),
    /** A service by its name or id. */
    SERVICE("service"),
    /** A staff member by name or id. */
    STAFF("staff"),
    /** With the offset from UTC, in place of date and local time. */
    START("start", "startsAt"),
    END("end", "endsAt"),
    DATE("date"),
    START_TIME("startTime"),
    STATUS("status"),
    /** What our own exports tell besides, and what nothing is made of. */
    LEFT_OUT(
            "",
            "id",
            "endTime",
            "location",
            "createdAt",
            "changedAt",
            "revision",
            "version",
            "gapMinutes",
            "source",
            "occurrence",
            "tokenVersion",
            "endedReason");

    /** With blanks between them. */
    private final String headings;

    Field(String... headings) {
        this.headings = String.join(" ", headings);
    }

    /** The field that a heading names; case does not matter. */
    static Optional<Field> find(String heading) {
        var name = heading.strip();
        return Stream.of(values())
                .filter(field -> Stream.of(field.headings.split(" ", -1)).anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /** The heading that names it first. */
    String heading() {
        return headings.split(" ", -1)[0];
    }

    /** Whether its texts are addresses. */
    boolean isAddress() {
        return this == EMAIL || this == MOBILE || this == PHONE;
    }
}
