package org.bookbell.status.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.bookbell.message.planning.reconciliation.LedgerRepaired;

/** Hears what the hourly reconciliation repaired, and passes it on. */
@Dependent
class RepairWatch {

    private final RepairNews news;

    @Inject
    RepairWatch(RepairNews news) {
        this.news = news;
    }

    void follow(@Observes LedgerRepaired repaired) {
        news.tell(repaired);
    }
}
