package org.bookbell.dispatch.watchdog;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.bookbell.message.PapersFailed;

/** Notes that day packs could not be written. */
@Dependent
class PapersWatched {

    private final AlarmBook book;

    @Inject
    PapersWatched(AlarmBook book) {
        this.book = book;
    }

    void failed(@Observes PapersFailed event) {
        book.note(Trouble.Kind.DAY_PACK);
    }
}
