package org.bookbell.dispatch.job;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The job {@code reminders} and its executions, as Jakarta Batch keeps them. */
@ApplicationScoped
public class Jobs {

    static final String REMINDERS = "reminders";

    private static final Logger LOG = System.getLogger(Jobs.class.getName());
    private static final Set<BatchStatus> RUNNING = EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED);
    private static final long NONE = -1;
    private static final String INTERRUPTED = "INTERRUPTED";

    private final Supplier<JobOperator> operator;
    private final @Nullable JobHistory history;
    private final Pulse pulse;
    private volatile long latest = NONE;

    /** For the container's proxy. */
    protected Jobs() {
        this.operator = BatchRuntime::getJobOperator;
        this.history = null;
        this.pulse = new Pulse();
    }

    @Inject
    Jobs(JobHistory history, Pulse pulse) {
        this(BatchRuntime::getJobOperator, history, pulse);
    }

    Jobs(Supplier<JobOperator> operator, @Nullable JobHistory history, Pulse pulse) {
        this.operator = operator;
        this.history = history;
        this.pulse = pulse;
    }

    /** Starts the job unless it runs; answers the number of the execution that runs now. */
    synchronized long start() {
        return startUnlessRunning().orElse(latest);
    }

    /** Starts the job unless it runs; answers the number of the execution that began. */
    synchronized OptionalLong startUnlessRunning() {
        if (isRunning()) {
            return OptionalLong.empty();
        }
        latest = begun(() -> operator.get().start(REMINDERS, new Properties()));
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
    public boolean isRunning() {
        if (latest == NONE || pulse.isGone()) {
            return false;
        }
        try {
            return RUNNING.contains(operator.get().getJobExecution(latest).getBatchStatus());
        } catch (NoSuchJobExecutionException purged) {
            return false;
        }
    }

    /**
     * Restarts what a dead process left running; the caller holds the lease, so nobody else runs it. Batch keeps such
     * executions as started for ever: those that were restarted before are refused now, which is as it should be.
     */
    synchronized void restartLeftOvers() {
        for (long execution : runningElsewhere()) {
            try {
                latest = begun(
                        () -> operator.get().restart(execution, operator.get().getParameters(execution)));
                LOG.log(Level.INFO, "Job {0} was interrupted and goes on.", REMINDERS);
                return;
            } catch (BatchRuntimeException finished) {
                LOG.log(Level.DEBUG, "execution " + execution + " cannot be restarted", finished);
            }
        }
    }

    private List<Long> runningElsewhere() {
        try {
            return operator.get().getRunningExecutions(REMINDERS).stream()
                    .filter(execution -> execution != latest)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (NoSuchJobException neverRan) {
            return List.of();
        }
    }

    /** Forgets executions that are older than {@code bookbell.jobs.keep}. */
    void purge() {
        int purged = history == null ? 0 : history.purge();
        LOG.log(Level.DEBUG, "{0} old executions purged", purged);
    }

    /** The newest executions, newest first. */
    public List<JobRun> list(int limit) {
        try {
            var executions = operator.get().getJobInstances(REMINDERS, 0, limit).stream()
                    .flatMap(instance -> operator.get().getJobExecutions(instance).stream())
                    .sorted(Comparator.comparingLong(JobExecution::getExecutionId)
                            .reversed())
                    .limit(limit)
                    .toList();
            return executions.stream()
                    .map(execution -> run(execution, statusOf(execution, execution == executions.get(0))))
                    .toList();
        } catch (NoSuchJobException neverRan) {
            return Collections.emptyList();
        }
    }

    /** One runs at a time; what Batch still calls started when a newer one has begun was cut off with its process. */
    private static String statusOf(JobExecution execution, boolean isNewest) {
        var status = execution.getBatchStatus();
        return RUNNING.contains(status) && !isNewest ? INTERRUPTED : status.name();
    }

    private JobRun run(JobExecution execution, String status) {
        return new JobRun(
                execution.getExecutionId(),
                execution.getJobName(),
                status,
                execution.getCreateTime().toInstant(),
                Optional.ofNullable(execution.getEndTime()).map(Date::toInstant),
                count(execution, MetricType.READ_COUNT),
                count(execution, MetricType.WRITE_COUNT),
                Optional.ofNullable(execution.getExitStatus()));
    }

    private long count(JobExecution execution, MetricType type) {
        return operator.get().getStepExecutions(execution.getExecutionId()).stream()
                .flatMap(step -> Arrays.stream(step.getMetrics()))
                .filter(metric -> metric.getType() == type)
                .mapToLong(metric -> metric.getValue())
                .sum();
    }
}
