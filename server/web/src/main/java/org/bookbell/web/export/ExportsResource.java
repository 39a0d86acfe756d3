package org.bookbell.web.export;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.PagedAppointments;
import org.bookbell.calendar.StaffList;
import org.bookbell.plugin.Plugins;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Downloads of appointments in the formats that exporters write. */
@Endpoint
@Path("/api/v1/organizations/{org}/exports")
public class ExportsResource {

    private static final int MOST_DAYS = 366;

    private final Plugins plugins;
    private final PagedAppointments pages;
    private final ExportedAppointments exported;
    private final StaffList staffList;
    private final Visit visit;
    private final Clock clock;

    @Inject
    ExportsResource(
            Plugins plugins,
            PagedAppointments pages,
            ExportedAppointments exported,
            StaffList staffList,
            Visit visit,
            Clock clock) {
        this.plugins = plugins;
        this.pages = pages;
        this.exported = exported;
        this.staffList = staffList;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Permission.READ)
    public Listing<FormatView> list() {
        List<FormatView> formats = plugins.listExporters().stream()
                .map(each -> new FormatView(each.name(), each.label(), each.mediaType()))
                .toList();
        return Listing.all(formats);
    }

    /** The appointments that begin on the days {@code from} to {@code to}, both included. */
    @GET
    @Path("{exporter}")
    @Requires(Permission.READ)
    public Response export(@PathParam("exporter") String name, @Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var from = in.get("from", Kind.DATE);
        var to = in.get("to", Kind.DATE);
        var staff = in.find("staff", Kind.ID);
        check(in, from, to);
        var exporter = plugins.findExporter(name).orElseThrow(() -> ProblemException.notFound("exporter"));
        var organization = visit.organization();
        var zone = organization.zone();
        var start = from.atStartOfDay(zone).toInstant();
        var end = to.plusDays(1).atStartOfDay(zone).toInstant();
        var title = staff.map(id -> staffList.get(organization.id(), id).name()).orElse(organization.name());
        var wanted = AppointmentFilter.between(start, end).of(staff, Optional.empty());
        var export = new Export(organization.name(), title, zone, organization.locale(), start, end, clock.instant());
        var organizationId = organization.id();
        StreamingOutput body = out -> write(exporter, export, organizationId, wanted, out);
        return Response.ok(body, exporter.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + fileName(exporter, from, to) + "\"")
                .build();
    }

    /** Page by page, so that a year of a big organization takes no more memory than a day of a small one. */
    private void write(
            AppointmentExporter exporter,
            Export export,
            long organizationId,
            AppointmentFilter wanted,
            OutputStream out)
            throws IOException {
        try (var appointments = exported.all(organizationId, pages.read(organizationId, wanted))) {
            exporter.write(export, appointments, out);
        }
    }

    private static void check(Input in, LocalDate from, LocalDate to) {
        if (in.isPresent("from") && in.isPresent("to")) {
            var days = ChronoUnit.DAYS.between(from, to);
            in.check(days >= 0 && days < MOST_DAYS, "to", "The last day must lie 0 to 365 days after the first.");
        }
        in.orThrow();
    }

    private static String fileName(AppointmentExporter exporter, LocalDate from, LocalDate to) {
        return "appointments-" + from + "-" + to + "." + exporter.fileExtension();
    }

    /** One format. */
    record FormatView(String name, String label, String mediaType) {}
}
