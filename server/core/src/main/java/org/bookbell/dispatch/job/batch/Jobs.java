package org.bookbell.dispatch.job.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bookbell.message.AgendaRounds;
import org.jspecify.annotations.Nullable;

/** The jobs {@code reminders} and {@code agenda}, and their executions as Jakarta Batch keeps them. */
@ApplicationScoped
public class Jobs {

    public static final String REMINDERS = "reminders";
    static final String AGENDA = "agenda";

    private static final Logger LOG = System.getLogger(Jobs.class.getName());
    private static final String INTERRUPTED = "INTERRUPTED";

    private final Supplier<JobOperator> operator;
    private final @Nullable JobHistory history;
    private final @Nullable AgendaRounds rounds;
    private final BatchJob reminders;
    private final BatchJob agenda;

    /** For the container's proxy. */
    protected Jobs() {
        this(BatchRuntime::getJobOperator, null, new Pulse());
    }

    @Inject
    public Jobs(JobHistory history, AgendaRounds rounds, Pulse pulse, AgendaPulse agendaPulse) {
        this(BatchRuntime::getJobOperator, history, rounds, pulse, agendaPulse);
    }

    /** Where no agenda is ever due. */
    public Jobs(Supplier<JobOperator> operator, @Nullable JobHistory history, Pulse pulse) {
        this(operator, history, null, pulse, new Pulse());
    }

    public Jobs(
            Supplier<JobOperator> operator,
            @Nullable JobHistory history,
            @Nullable AgendaRounds rounds,
            Pulse pulse,
            Pulse agendaPulse) {
        this.operator = operator;
        this.history = history;
        this.rounds = rounds;
        this.reminders = new BatchJob(REMINDERS, operator, pulse);
        this.agenda = new BatchJob(AGENDA, operator, agendaPulse);
    }

    /** Starts the job that sends, unless it runs; answers the number of the execution that runs now. */
    public long start() {
        return startUnlessRunning().orElse(latest());
    }

    /** Starts the job that sends, unless it runs; answers the number of the execution that began. */
    OptionalLong startUnlessRunning() {
        return reminders.startUnlessRunning();
    }

    /** The number of the execution of the job that sends which this process started last. */
    long latest() {
        return reminders.latest();
    }

    /** Whether the job that sends, if this process started it last, still runs, by its own sign of life too. */
    public boolean isRunning() {
        return reminders.isRunning();
    }

    /** Starts the job that plans agendas, if one is due and it does not run. */
    public void startAgendaIfDue() {
        if (rounds != null && rounds.isAnythingDue()) {
            agenda.startUnlessRunning();
        }
    }

    /**
     * Restarts what a dead process left running; the caller holds the lease, so nobody else runs it. Batch keeps such
     * executions as started for ever: those that were restarted before are refused now, which is as it should be.
     */
    public void restartLeftOvers() {
        reminders.restartLeftOvers();
        agenda.restartLeftOvers();
    }

    /** Forgets executions that are older than {@code bookbell.jobs.keep}. */
    public void purge() {
        int purged = history == null ? 0 : history.purge();
        LOG.log(Level.DEBUG, "{0} old executions purged", purged);
    }

    /** The newest executions of all jobs, newest first. */
    public List<JobRun> list(int limit) {
        return Stream.of(reminders, agenda)
                .flatMap(job -> list(job, limit))
                .sorted(Comparator.comparingLong(JobRun::id).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<JobRun> list(BatchJob job, int limit) {
        var executions = job.list(limit);
        return executions.stream()
                .map(execution -> run(execution, statusOf(execution, execution == executions.get(0))));
    }

    /** One runs at a time; what Batch still calls started when a newer one has begun was cut off with its process. */
    private static String statusOf(JobExecution execution, boolean isNewest) {
        var status = execution.getBatchStatus();
        return BatchJob.RUNNING.contains(status) && !isNewest ? INTERRUPTED : status.name();
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
