package org.bookbell.web.booking;

import org.bookbell.calendar.Service;
import org.bookbell.storage.Ids;

/** One service to choose. */
public record ServiceChoice(String name, String description, String length, String price, String path) {

    static ServiceChoice of(Service service, String root) {
        return new ServiceChoice(
                service.name(),
                service.description().orElse(""),
                service.times().durationMinutes() + " min",
                service.priceText().orElse(""),
                root + "/" + Ids.text(service.id()));
    }
}
