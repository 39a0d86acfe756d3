package org.bookbell.web.calendar;

import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.Service;
import org.bookbell.storage.Ids;

/** A service as the API shows it. */
record ServiceView(
        String id,
        String name,
        Optional<String> description,
        Optional<String> priceText,
        int durationMinutes,
        int gapMinutes,
        int stepMinutes,
        int noticeMinutes,
        int windowDays,
        Optional<String> location,
        boolean online,
        int position,
        List<String> staff,
        boolean active) {

    static ServiceView of(Service service) {
        var times = service.times();
        var location = service.locationId();
        return new ServiceView(
                Ids.text(service.id()),
                service.name(),
                service.description(),
                service.priceText(),
                times.durationMinutes(),
                times.gapMinutes(),
                times.stepMinutes(),
                times.noticeMinutes(),
                times.windowDays(),
                location.isPresent() ? Optional.of(Ids.text(location.getAsLong())) : Optional.empty(),
                service.isOfferedOnline(),
                service.position(),
                service.staffIds().stream().map(Ids::text).toList(),
                service.isActive());
    }
}
