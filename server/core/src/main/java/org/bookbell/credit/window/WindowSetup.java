package org.bookbell.credit.window;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** The windows that the operator opens and ends. */
@UseCase
public class WindowSetup {

    private final Sql sql;
    private final Organizations organizations;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public WindowSetup(Sql sql, Organizations organizations, Ids ids, Clock clock, Audit audit) {
        this.sql = sql;
        this.organizations = organizations;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** The newest thousand, the last to begin first. */
    public List<NoChargeWindow> list() {
        return WindowRows.listNewest(sql);
    }

    /** Opens a window; what was charged inside is refunded within seconds. */
    public NoChargeWindow add(Actor actor, NewWindow added) {
        var faults = new Faults();
        added.check(faults);
        faults.throwIfAny();
        if (added.organizationId() != 0) {
            organizations.get(added.organizationId());
        }
        var window = new NoChargeWindow(
                ids.next(),
                added.organizationId(),
                added.gateway(),
                added.from().truncatedTo(ChronoUnit.MICROS),
                added.until().map(end -> end.truncatedTo(ChronoUnit.MICROS)),
                added.reason(),
                false,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        WindowRows.insert(sql, window);
        audit.record(actor, added.organizationId(), "noChargeWindow.added", "noChargeWindow", window.id(), "");
        return window;
    }

    /** Ends a window at {@code at}; what was free inside it so far stays free. */
    public NoChargeWindow end(Actor actor, long id, Instant at) {
        var window = get(id);
        if (!at.isAfter(window.startsAt())) {
            throw new ProblemException(ProblemType.NOT_POSSIBLE_NOW, "The window begins later than it would end.");
        }
        if (WindowRows.end(sql, id, at.truncatedTo(ChronoUnit.MICROS)) == 0) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW, "The window ends earlier already; open another one for the rest.");
        }
        audit.record(actor, window.organizationId(), "noChargeWindow.ended", "noChargeWindow", id, "");
        return get(id);
    }

    private NoChargeWindow get(long id) {
        return WindowRows.find(sql, id).orElseThrow(() -> ProblemException.notFound("no-charge window"));
    }
}
