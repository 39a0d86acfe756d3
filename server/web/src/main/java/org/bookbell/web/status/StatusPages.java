package org.bookbell.web.status;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bookbell.status.Incident;
import org.bookbell.status.Incidents;
import org.bookbell.status.StatusFigures;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.page.Page;

/** The public status page, for people and for programs. */
@Endpoint
@Path("/status")
public class StatusPages {

    private static final int MOST = 20;
    private static final Duration SHOWN_AFTER_THE_END = Duration.ofDays(14);

    private final StatusFigures figures;
    private final Incidents incidents;
    private final Clock clock;

    @Inject
    StatusPages(StatusFigures figures, Incidents incidents, Clock clock) {
        this.figures = figures;
        this.incidents = incidents;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Everybody
    public Page show() {
        var now = clock.instant();
        return Page.of("status/status", "Status", StatusView.of(figures.get(), recent(now), now));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Everybody
    public StatusJson get() {
        var now = clock.instant();
        return StatusJson.of(figures.get(), recent(now), now);
    }

    private List<Incident> recent(Instant now) {
        return incidents.listPublic(MOST).stream()
                .filter(each -> each.closedAt()
                        .map(end -> end.plus(SHOWN_AFTER_THE_END).isAfter(now))
                        .orElse(true))
                .toList();
    }
}
