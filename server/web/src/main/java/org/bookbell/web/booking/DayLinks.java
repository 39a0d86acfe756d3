package org.bookbell.web.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.plugin.Plugins;
import org.bookbell.storage.Ids;
import org.bookbell.web.access.Visit;

/** Where one may go from a day: to that of one of the staff, and to its papers and downloads in every format there is. */
@Dependent
class DayLinks {

    private static final int DAYS_TO_TAKE_ALONG = 30;
    /** The exporter whose files are for the printer. */
    private static final String PAPER = "daysheetpdf";

    private final StaffList staffList;
    private final Plugins plugins;
    private final Visit visit;

    @Inject
    DayLinks(StaffList staffList, Plugins plugins, Visit visit) {
        this.staffList = staffList;
        this.plugins = plugins;
        this.visit = visit;
    }

    /** The page of a day, of everybody or one of the staff. */
    String page(LocalDate day, Optional<Long> staff) {
        return "/o/" + visit.organization().slug() + "/today?day=" + day + of(staff);
    }

    List<TimesView.Choice> staff(LocalDate day, Optional<Long> chosen) {
        var choices = new ArrayList<TimesView.Choice>();
        choices.add(new TimesView.Choice(page(day, Optional.empty()), "Everybody", chosen.isEmpty()));
        staffList.list(visit.organizationId()).stream()
                .filter(Staff::isActive)
                .forEach(each -> choices.add(new TimesView.Choice(
                        page(day, Optional.of(each.id())),
                        each.name(),
                        chosen.filter(id -> id == each.id()).isPresent())));
        return choices;
    }

    /** The day on paper, and tomorrow for whoever prints before going home. */
    List<TodayView.Download> papers(LocalDate day, LocalDate tomorrow, Optional<Long> staff) {
        var papers = new ArrayList<TodayView.Download>();
        if (plugins.findExporter(PAPER).isPresent()) {
            papers.add(new TodayView.Download(export(PAPER, day, day, staff), "Print day sheet"));
            if (!day.equals(tomorrow)) {
                papers.add(new TodayView.Download(export(PAPER, tomorrow, tomorrow, staff), "Print tomorrow\u2019s"));
            }
        }
        return papers;
    }

    List<TodayView.Download> downloads(LocalDate day, Optional<Long> staff) {
        return plugins.listExporters().stream()
                .map(each -> new TodayView.Download(
                        export(each.name(), day, day.plusDays(DAYS_TO_TAKE_ALONG), staff), each.label()))
                .toList();
    }

    private String export(String exporter, LocalDate from, LocalDate to, Optional<Long> staff) {
        return "/api/v1/organizations/" + visit.organization().slug() + "/exports/" + exporter + "?from=" + from
                + "&to=" + to + of(staff);
    }

    private static String of(Optional<Long> staff) {
        return staff.map(id -> "&staff=" + Ids.text(id)).orElse("");
    }
}
