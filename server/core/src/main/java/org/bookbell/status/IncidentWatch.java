package org.bookbell.status;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.dispatch.watchdog.TroublesWatched;

/**
 * Keeps the incidents and sends their news each time somebody looked whether all is well; what fails is tried the next
 * time.
 */
@Dependent
class IncidentWatch {

    private static final Logger LOG = System.getLogger(IncidentWatch.class.getName());

    private final IncidentBook book;
    private final IncidentNews news;

    @Inject
    IncidentWatch(IncidentBook book, IncidentNews news) {
        this.book = book;
        this.news = news;
    }

    void follow(@Observes GatewaysWatched watched) {
        follow(() -> book.keep(watched));
    }

    void follow(@Observes TroublesWatched watched) {
        follow(() -> book.keep(watched.lasting()));
    }

    private void follow(Runnable keeping) {
        try {
            keeping.run();
            news.listUntold().forEach(news::tell);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Incidents could not be told; it is tried again in some seconds.", failure);
        }
    }
}
