package org.bookbell.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets a demonstration up, the first time and each time after it, so that whoever looks finds the same to try at any
 * hour: something that has begun today, times that are free, a reminder that falls due within a minute.
 */
@Dependent
class SampleStage {

    private final SampleFilling filling;
    private final SampleFinding finding;
    private final SampleMonth month;
    private final SampleToday today;
    private final SampleReminder reminder;

    @Inject
    SampleStage(
            SampleFilling filling,
            SampleFinding finding,
            SampleMonth month,
            SampleToday today,
            SampleReminder reminder) {
        this.filling = filling;
        this.finding = finding;
        this.month = month;
        this.today = today;
        this.reminder = reminder;
    }

    /** The samples that an earlier start made, or new ones in an empty database; none in anybody's own. */
    List<SampleOrganization> open(Sample... samples) {
        return finding.isEmpty()
                ? Stream.of(samples).map(filling::fill).toList()
                : Stream.of(samples)
                        .map(finding::find)
                        .flatMap(Optional::stream)
                        .filter(SampleOrganization::isBookable)
                        .toList();
    }

    /** Books what is missing, and in the first sample an appointment to be reminded of; answers how many. */
    int set(List<SampleOrganization> opened) {
        var booked = 0;
        for (var organization : opened) {
            var taken = month.listTaken(organization);
            if (organization.equals(opened.get(0))) {
                booked += reminder.bookWithReminderSoon(organization).isPresent() ? 1 : 0;
            }
            booked += today.bookPast(organization, taken);
            today.keepOneBegun(organization);
            booked += month.book(organization, taken);
        }
        return booked;
    }
}
