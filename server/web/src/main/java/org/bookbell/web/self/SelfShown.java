package org.bookbell.web.self;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentStatus;
import org.bookbell.export.ExportedAppointments;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.Plugins;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.export.Export;
import org.bookbell.web.booking.AppointmentLine;
import org.bookbell.web.booking.Names;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Words;

/** Gathers what a client sees of the own appointment. */
@Dependent
class SelfShown {

    private final Organizations organizations;
    private final Names names;
    private final ExportedAppointments exported;
    private final Plugins plugins;
    private final Clock clock;

    @Inject
    SelfShown(Organizations organizations, Names names, ExportedAppointments exported, Plugins plugins, Clock clock) {
        this.organizations = organizations;
        this.names = names;
        this.exported = exported;
        this.plugins = plugins;
        this.clock = clock;
    }

    Page page(Appointment appointment, String token, String notice, String refusal) {
        var organization = organizations.get(appointment.organizationId());
        AppointmentLine line =
                names.lines(organization.id(), "", List.of(appointment)).get(0);
        var start = appointment.time().startInclusive();
        var isAhead = start.isAfter(clock.instant());
        var view = new SelfView(
                "/self/" + token,
                organization.name(),
                organization.phone().orElse(""),
                line.service(),
                line.staff(),
                Words.day(start.atZone(appointment.zone()).toLocalDate()),
                line.start() + "–" + line.end(),
                Words.zone(appointment.zone()),
                line.state(),
                isAhead && appointment.status() == AppointmentStatus.BOOKED,
                isAhead && appointment.status().isLive(),
                "/b/" + organization.slug(),
                notice,
                refusal);
        return Page.of("self/self", line.service(), view).hostedBy(organization.name(), "/b/" + organization.slug());
    }

    private static String place(Organization organization) {
        return organization
                .phone()
                .map(phone -> organization.name() + ", " + phone)
                .orElse(organization.name());
    }

    Response calendar(Appointment appointment) {
        var exporter = plugins.findExporter("ical").orElseThrow(() -> ProblemException.notFound("format"));
        var organization = organizations.get(appointment.organizationId());
        var export = new Export(
                organization.name(),
                organization.name(),
                appointment.zone(),
                organization.locale(),
                appointment.time().startInclusive(),
                appointment.time().endExclusive(),
                clock.instant());
        var bytes = new ByteArrayOutputStream();
        try {
            exporter.write(export, Stream.of(exported.forClient(appointment, place(organization))), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Response.ok(bytes.toByteArray(), exporter.mediaType())
                .header("Content-Disposition", "attachment; filename=\"appointment." + exporter.fileExtension() + "\"")
                .build();
    }
}
