package org.bookbell.calendar.setup;

import java.util.List;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.ServiceTimes;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service, as somebody wrote it.
 *
 * @param priceText as clients shall read it, currency included; null or blank for none
 * @param locationId null for none in particular
 * @param online whether clients may book it themselves
 * @param position where it stands in lists, 0 to 9999, low ones first
 * @param staffIds who gives it
 */
public record ServiceDetails(
        String name,
        @Nullable String description,
        @Nullable String priceText,
        ServiceTimes times,
        @Nullable Long locationId,
        boolean online,
        int position,
        List<Long> staffIds) {

    private static final int DAY = 24 * 60;
    private static final int YEAR = 366;

    public ServiceDetails {
        staffIds = List.copyOf(staffIds);
    }

    void check(Faults faults) {
        TextRules rules = new TextRules(faults);
        rules.required(name, 120, "/name");
        rules.optional(description, 1000, "/description");
        rules.optional(priceText, 80, "/priceText");
        rules.number(position, 0, 9999, "/position", "");
        rules.number(times.durationMinutes(), 1, DAY, "/durationMinutes", " minutes");
        rules.number(times.gapMinutes(), 0, DAY, "/gapMinutes", " minutes");
        rules.number(times.stepMinutes(), 5, DAY, "/stepMinutes", " minutes");
        rules.number(times.noticeMinutes(), 0, YEAR * DAY, "/noticeMinutes", " minutes");
        rules.number(times.windowDays(), 0, 3 * YEAR, "/windowDays", " days");
        faults.check(
                times.durationMinutes() > DAY
                        || times.gapMinutes() > DAY
                        || times.durationMinutes() + times.gapMinutes() <= DAY,
                "/gapMinutes",
                "Duration and gap together must be at most 1440 minutes.");
    }

    void applyTo(Service service) {
        service.describe(name.strip(), TextRules.blankToNull(description), TextRules.blankToNull(priceText));
        service.take(times);
        service.happenAt(locationId);
        service.offerOnline(online);
        service.standAt(position);
        service.beGivenBy(staffIds);
    }
}
