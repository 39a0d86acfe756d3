package org.bookbell.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facts for tests: a massage in Berlin with Anna, whose client Eva has both addresses. */
public final class AppointmentFactsBuilder {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** As long as they are. */
    public static final String TOKEN = "0".repeat(33);

    public static final Recipient EVA = new Recipient(
            Audience.CLIENT, 501, "Eva Lindner", Locale.GERMANY, BERLIN, "eva@example.org", "+4915112345678");
    public static final Recipient ANNA =
            new Recipient(Audience.STAFF, 301, "Anna Berg", Locale.GERMANY, BERLIN, "anna@example.org", null);

    private long organizationId = 1;
    private long appointmentId = 900;
    private long serviceId = 400;
    private int occurrence;
    private Instant start = Instant.parse("2026-11-10T13:00:00Z");
    private Instant bookedAt = Instant.parse("2026-11-02T08:00:00Z");
    private ZoneId zone = BERLIN;
    private @Nullable String note;
    private @Nullable String location;
    private List<Recipient> recipients = List.of(EVA, ANNA);

    private AppointmentFactsBuilder() {}

    public static AppointmentFactsBuilder anAppointment() {
        return new AppointmentFactsBuilder();
    }

    public AppointmentFactsBuilder of(long organizationId) {
        this.organizationId = organizationId;
        return this;
    }

    public AppointmentFactsBuilder withId(long appointmentId) {
        this.appointmentId = appointmentId;
        return this;
    }

    public AppointmentFactsBuilder forService(long serviceId) {
        this.serviceId = serviceId;
        return this;
    }

    public AppointmentFactsBuilder moved(int occurrence) {
        this.occurrence = occurrence;
        return this;
    }

    public AppointmentFactsBuilder at(String start) {
        return at(Instant.parse(start));
    }

    public AppointmentFactsBuilder at(Instant start) {
        this.start = start;
        return this;
    }

    public AppointmentFactsBuilder in(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    public AppointmentFactsBuilder bookedAt(Instant bookedAt) {
        this.bookedAt = bookedAt;
        return this;
    }

    public AppointmentFactsBuilder withNote(String note) {
        this.note = note;
        return this;
    }

    public AppointmentFactsBuilder at(Instant start, String location) {
        this.location = location;
        return at(start);
    }

    public AppointmentFactsBuilder telling(Recipient... recipients) {
        this.recipients = new ArrayList<>(List.of(recipients));
        return this;
    }

    public AppointmentFacts facts() {
        return new AppointmentFacts(
                new AppointmentFacts.Key(organizationId, appointmentId, serviceId, occurrence),
                new AppointmentFacts.Time(start, start.plus(Duration.ofMinutes(60)), zone, bookedAt),
                new AppointmentFacts.Business("Praxis Sonnenhof", "+493012345678", location),
                new AppointmentFacts.Visit("Massage", "Anna Berg", note, TOKEN),
                new AppointmentFacts.Guest("Eva Lindner", "+4915112345678", "+493076543210"),
                recipients);
    }
}
