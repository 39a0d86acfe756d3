package org.bookbell.dispatch.job.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One of the jobs: at most one execution of it runs in this process. */
final class BatchJob {

    private static final Logger LOG = System.getLogger(BatchJob.class.getName());
    static final Set<BatchStatus> RUNNING = EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED);
    private static final long NONE = -1;

    private final String name;
    private final Supplier<JobOperator> operator;
    private final Pulse pulse;
    private volatile long latest = NONE;

    BatchJob(String name, Supplier<JobOperator> operator, Pulse pulse) {
        this.name = name;
        this.operator = operator;
        this.pulse = pulse;
    }

    /** Starts the job unless it runs; answers the number of the execution that began. */
    synchronized OptionalLong startUnlessRunning() {
        if (isRunning()) {
            return OptionalLong.empty();
        }
        latest = begun(() -> operator.get().start(name, new Properties()));
        return OptionalLong.of(latest);
    }

    /** The number of the execution that this process started last. */
    long latest() {
        return latest;
    }

    /** The pulse first: the job may end before Batch has answered its number. */
    private long begun(LongSupplier start) {
        pulse.beat();
        try {
            return start.getAsLong();
        } catch (RuntimeException notStarted) {
            pulse.end();
            throw notStarted;
        }
    }

    /** Whether the job that this process started last still runs, by its own sign of life too. */
    boolean isRunning() {
        if (latest == NONE || pulse.isGone()) {
            return false;
        }
        try {
            return RUNNING.contains(operator.get().getJobExecution(latest).getBatchStatus());
        } catch (NoSuchJobExecutionException purged) {
            return false;
        }
    }

    /** Restarts what a dead process left running; see {@link Jobs#restartLeftOvers}. */
    synchronized void restartLeftOvers() {
        for (long execution : runningElsewhere()) {
            try {
                latest = begun(
                        () -> operator.get().restart(execution, operator.get().getParameters(execution)));
                LOG.log(Level.INFO, "Job {0} was interrupted and goes on.", name);
                return;
            } catch (BatchRuntimeException finished) {
                LOG.log(Level.DEBUG, "execution " + execution + " cannot be restarted", finished);
            }
        }
    }

    private List<Long> runningElsewhere() {
        try {
            return operator.get().getRunningExecutions(name).stream()
                    .filter(execution -> execution != latest)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (NoSuchJobException neverRan) {
            return List.of();
        }
    }

    /** The newest executions, newest first. */
    List<JobExecution> list(int limit) {
        try {
            return operator.get().getJobInstances(name, 0, limit).stream()
                    .flatMap(instance -> operator.get().getJobExecutions(instance).stream())
                    .sorted(Comparator.comparingLong(JobExecution::getExecutionId)
                            .reversed())
                    .limit(limit)
                    .toList();
        } catch (NoSuchJobException neverRan) {
            return List.of();
        }
    }
}
