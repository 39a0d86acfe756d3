package org.bookbell.it.container;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.transaction.UseCase;

/** A use case as the features have them, reduced to its transaction. */
@UseCase
public class Notebook {

    private final Audit audit;
    private final Ids ids;
    private final Sql sql;
    private int conflicts;

    @Inject
    public Notebook(Audit audit, Ids ids, Sql sql) {
        this.audit = audit;
        this.ids = ids;
        this.sql = sql;
    }

    public void write(String action) {
        audit.record(Actor.system(), 0, action, "note", ids.next(), "");
    }

    public void writeAndFail(String action) {
        write(action);
        throw new IllegalArgumentException("no");
    }

    /** Loses {@code times} conflicts with another transaction before it succeeds. */
    public void writeAfterConflicts(String action, int times) {
        write(action);
        if (conflicts++ < times) {
            throw new SqlException(new SQLException("another was faster", "40001", 1213));
        }
    }

    public long count(String action) {
        return sql.count("SELECT COUNT(*) FROM audit WHERE action = ?", action);
    }
}
