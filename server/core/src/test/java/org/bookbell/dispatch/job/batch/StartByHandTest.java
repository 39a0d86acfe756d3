package org.bookbell.dispatch.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.job.FakeBatch;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartByHandTest {

    private final TestDatabase database = TestDatabase.h2();
    private final FakeBatch batch = new FakeBatch();
    private final StartByHand byHand =
            new StartByHand(new Jobs(batch::operator, null, new Pulse()), new StartAudit(database.audit()) {
                @Override
                public void started(Actor actor, long execution) {
                    database.inTransaction(() -> super.started(actor, execution));
                }
            });

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoever_starts_the_job_stands_in_the_audit() {
        var execution = byHand.start(Actor.member(7));

        assertThat(audit()).containsExactly("7 job.started " + execution);
    }

    @Test
    void a_job_that_runs_is_not_started_again() {
        var first = byHand.start(Actor.member(7));

        var second = byHand.start(Actor.member(8));

        assertThat(second).isEqualTo(first);
        assertThat(batch.started()).isEqualTo(1);
        assertThat(audit()).hasSize(1);
    }

    private List<String> audit() {
        return database.sql()
                .list(
                        "SELECT actor_id, action, object_id FROM audit WHERE organization_id = 0",
                        row -> row.getLong("actor_id") + " " + row.getText("action") + " " + row.getLong("object_id"));
    }
}
