package org.bookbell.dispatch.job;

import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.bookbell.dispatch.job.batch.Jobs;

/** A Batch runtime that runs nothing: executions stay started until the test completes them. */
public final class FakeBatch {

    private final Map<Long, BatchStatus> executions = new TreeMap<>();
    private final List<Long> restarted = new ArrayList<>();
    private boolean broken;

    public JobOperator operator() {
        return (JobOperator) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JobOperator.class}, (proxy, method, arguments) -> {
                    if (broken) {
                        throw new IllegalStateException("repository is down");
                    }
                    return switch (method.getName()) {
                        case "start" -> begin();
                        case "restart" -> restart((Long) arguments[0]);
                        case "getParameters" -> new Properties();
                        case "getRunningExecutions" -> Jobs.REMINDERS.equals(arguments[0]) ? running() : List.of();
                        case "getJobExecution" -> execution((Long) arguments[0]);
                        case "getJobInstances" ->
                            Jobs.REMINDERS.equals(arguments[0]) ? List.of(new OnlyInstance()) : List.of();
                        case "getJobExecutions" ->
                            executions.keySet().stream().map(this::execution).toList();
                        case "getStepExecutions" -> List.of();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    /** An execution that a dead process left. */
    public void left(long id) {
        executions.put(id, BatchStatus.STARTED);
    }

    public void complete(long id) {
        executions.put(id, BatchStatus.COMPLETED);
    }

    void breaks(boolean now) {
        broken = now;
    }

    public int started() {
        return executions.size();
    }

    List<Long> restarted() {
        return List.copyOf(restarted);
    }

    List<Long> running() {
        return executions.entrySet().stream()
                .filter(entry -> entry.getValue() == BatchStatus.STARTED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private long begin() {
        long id = executions.size() + 1;
        executions.put(id, BatchStatus.STARTED);
        return id;
    }

    /** As JBatch does: the old execution stays started for ever, and can be restarted once. */
    private long restart(long id) {
        if (restarted.contains(id)) {
            throw new JobExecutionAlreadyCompleteException("restarted before");
        }
        restarted.add(id);
        return begin();
    }

    private JobExecution execution(long id) {
        return (JobExecution) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JobExecution.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBatchStatus" -> executions.get(id);
                    case "getExecutionId" -> id;
                    case "getJobName" -> Jobs.REMINDERS;
                    case "getCreateTime" -> Date.from(Instant.EPOCH.plusSeconds(id));
                    case "getEndTime", "getExitStatus" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** All executions are of one instance. */
    private record OnlyInstance() implements JobInstance {

        @Override
        public long getInstanceId() {
            return 1;
        }

        @Override
        public String getJobName() {
            return Jobs.REMINDERS;
        }
    }
}
