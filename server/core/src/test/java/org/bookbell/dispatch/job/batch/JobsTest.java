package org.bookbell.dispatch.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bookbell.dispatch.job.FakeBatch;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final FakeBatch batch = new FakeBatch();
    private final Jobs jobs = new Jobs(batch::operator, null, new Pulse());

    @Test
    void runs_are_told_newest_first_and_the_newest_may_be_running() {
        batch.complete(jobs.start());
        jobs.start();

        assertThat(jobs.list(10)).extracting(JobRun::status).containsExactly("STARTED", "COMPLETED");
    }

    @Test
    void a_run_that_a_dead_process_left_is_told_as_interrupted_once_another_has_begun() {
        batch.left(1);
        jobs.restartLeftOvers();

        assertThat(jobs.list(10)).extracting(JobRun::status).containsExactly("STARTED", "INTERRUPTED");
    }
}
