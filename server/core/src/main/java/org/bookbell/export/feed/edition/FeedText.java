package org.bookbell.export.feed.edition;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.export.ExportedAppointments;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.export.feed.FeedSubjects;
import org.bookbell.export.feed.FeedSubjects.Subject;
import org.bookbell.organization.Organization;
import org.bookbell.plugin.Plugins;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.Subscription;

/** Writes what a subscriber gets, by the exporter {@code ical}. */
@Dependent
public class FeedText {

    private static final String EXPORTER = "ical";
    private static final String CANCELLED = "CANCELLED";
    private static final Duration ALARM = Duration.ofHours(1);
    private static final Duration REFRESH = Duration.ofHours(1);

    /** Names of CSS that are read well on white and on black (RFC 7986 §5.9). */
    private static final List<String> COLORS =
            List.of("teal", "steelblue", "seagreen", "peru", "mediumpurple", "indianred", "slategray", "olive");

    private final Plugins plugins;
    private final ExportedAppointments exported;
    private final FeedSubjects subjects;
    private final Clock clock;

    @Inject
    public FeedText(Plugins plugins, ExportedAppointments exported, FeedSubjects subjects, Clock clock) {
        this.plugins = plugins;
        this.exported = exported;
        this.subjects = subjects;
        this.clock = clock;
    }

    void write(Feed feed, Window window, OutputStream out) throws IOException {
        var exporter = plugins.findExporter(EXPORTER)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAVAILABLE, "The server has no exporter \"" + EXPORTER + "\"; ask its operator."));
        var subject = subjects.get(feed);
        try (var appointments = appointments(feed, window, subject.organization())) {
            exporter.write(export(feed, window, subject), appointments, out);
        }
    }

    private Export export(Feed feed, Window window, Subject subject) {
        var look = new Subscription(
                COLORS.get((int) Math.floorMod(feed.subjectId(), (long) COLORS.size())),
                feed.view().alarms() ? Optional.of(ALARM) : Optional.empty(),
                REFRESH);
        return new Export(
                subject.organization().name(),
                subject.title(),
                subject.zone(),
                subject.organization().locale(),
                window.from(),
                window.to(),
                clock.instant(),
                Optional.of(look));
    }

    private Stream<ExportedAppointment> appointments(Feed feed, Window window, Organization organization) {
        var of = Optional.of(feed.subjectId());
        var wanted = AppointmentFilter.between(window.from(), window.to())
                .of(of.filter(id -> feed.kind() == FeedKind.STAFF), of.filter(id -> feed.kind() == FeedKind.CLIENT));
        var detail = feed.view().detail();
        return exported.withoutReminders(organization.id(), wanted)
                .filter(each ->
                        !each.status().equals(CANCELLED) || !each.changedAt().isBefore(window.cancelledSince()))
                .map(each -> feed.kind() == FeedKind.CLIENT
                        ? Veil.forClient(each, detail, place(organization))
                        : Veil.forMembers(each, detail));
    }

    private static String place(Organization organization) {
        return organization
                .phone()
                .map(phone -> organization.name() + ", " + phone)
                .orElse(organization.name());
    }
}
