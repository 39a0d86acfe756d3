package org.bookbell.web.export;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.calendar.StaffList;
import org.bookbell.export.download.Downloads;
import org.bookbell.plugin.Plugins;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Settings;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.DownloadAnswer;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Downloads of appointments in the formats that exporters write. */
@Endpoint
@Path("/api/v1/organizations/{org}/exports")
public class ExportsResource {

    private static final int MOST_DAYS = 366;
    private static final int LONGEST_OPTION = 1_000;

    private final Plugins plugins;
    private final Downloads downloads;
    private final StaffList staffList;
    private final Visit visit;
    private final Clock clock;

    @Inject
    ExportsResource(Plugins plugins, Downloads downloads, StaffList staffList, Visit visit, Clock clock) {
        this.plugins = plugins;
        this.downloads = downloads;
        this.staffList = staffList;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Permission.READ)
    public Listing<FormatView> list() {
        List<FormatView> formats = plugins.listExporters().stream()
                .map(each -> new FormatView(
                        each.name(),
                        each.label(),
                        each.mediaType(),
                        each.options().stream().map(OptionView::of).toList()))
                .toList();
        return Listing.all(formats);
    }

    /** The appointments that begin on the days {@code from} to {@code to}, both included. */
    @GET
    @Path("{exporter}")
    @Requires(Permission.READ)
    public Response export(
            @PathParam("exporter") String name, @Context UriInfo address, @Context HttpServletRequest request) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var from = in.get("from", Kind.DATE);
        var to = in.get("to", Kind.DATE);
        var staff = in.find("staff", Kind.ID);
        var found = plugins.findExporter(name).orElseThrow(() -> ProblemException.notFound("exporter"));
        var chosen = choose(found, in);
        check(in, from, to);
        var exporter = found.with(chosen);
        var organization = visit.organization();
        var zone = organization.zone();
        var start = from.atStartOfDay(zone).toInstant();
        var end = to.plusDays(1).atStartOfDay(zone).toInstant();
        var title = staff.map(id -> staffList.get(organization.id(), id).name()).orElse(organization.name());
        var wanted = AppointmentFilter.between(start, end).of(staff, Optional.empty());
        var export = new Export(organization.name(), title, zone, organization.locale(), start, end, clock.instant());
        var download = downloads.begin(exporter, export, organization.id(), wanted);
        return DownloadAnswer.of(
                download,
                exporter.mediaType(),
                disposition(exporter) + "; filename=\"" + fileName(exporter, from, to) + "\"",
                request);
    }

    private static Settings choose(AppointmentExporter exporter, Input in) {
        var given = new HashMap<String, String>();
        for (var option : exporter.options()) {
            in.find(option.name(), Kind.text(0, LONGEST_OPTION)).ifPresent(value -> given.put(option.name(), value));
        }
        var chosen = Settings.of(given);
        exporter.validate(chosen).forEach(fault -> in.check(false, fault.setting(), fault.detail()));
        return chosen.withDefaults(exporter.options());
    }

    private static void check(Input in, LocalDate from, LocalDate to) {
        if (in.isPresent("from") && in.isPresent("to")) {
            var days = ChronoUnit.DAYS.between(from, to);
            in.check(days >= 0 && days < MOST_DAYS, "to", "The last day must lie 0 to 365 days after the first.");
        }
        in.orThrow();
    }

    /** A browser shows papers, which it can print; it runs nothing in them. */
    private static String disposition(AppointmentExporter exporter) {
        return exporter.mediaType().equals("application/pdf") ? "inline" : "attachment";
    }

    private static String fileName(AppointmentExporter exporter, LocalDate from, LocalDate to) {
        return "appointments-" + from + "-" + to + "." + exporter.fileExtension();
    }

    /** One format. */
    record FormatView(String name, String label, String mediaType, List<OptionView> options) {}

    /** What may be chosen of a format: a parameter of its address. */
    record OptionView(String name, String label, String help, String defaultValue) {

        static OptionView of(Setting option) {
            return new OptionView(option.name(), option.label(), option.help(), option.defaultValue());
        }
    }
}
