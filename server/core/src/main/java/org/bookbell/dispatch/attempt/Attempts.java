package org.bookbell.dispatch.attempt;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedRunnable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.attempt.Beginnings.Beginning;
import org.bookbell.dispatch.attempt.Recordings.Answer;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * What is written before and after a submission. {@link #begin} commits, just before the gateway is spoken to, that it
 * will be: only if the claim still holds, the message was neither cancelled nor planned anew, its recipient has not
 * opted out, and it is still useful. A process that dies after that leaves an attempt of which nobody knows, never a
 * message that is sent twice unawares. Lanes that begin wait for their commit; for the answers' nobody waits.
 */
@ApplicationScoped
public class Attempts {

    private static final Logger LOG = System.getLogger(Attempts.class.getName());
    private static final int LANES_AT_ONCE = 3;
    private static final int ANSWERS_AT_ONCE = 100;
    /** Nothing beside a commit. */
    private static final Duration MOMENT = Duration.ofMillis(2);

    /** An answer that is not recorded would be asked for again: a database that is gone for minutes is waited for. */
    private static final FailsafeExecutor<Object> PATIENT = Failsafe.with(RetryPolicy.builder()
            .handleIf(SqlException::isOutage)
            .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1))
            .withMaxRetries(-1)
            .withMaxDuration(Duration.ofMinutes(5))
            .build());

    private final @Nullable Parts parts;
    private final @Nullable Combined<List<Beginning>, List<Optional<Long>>> begins;
    private final @Nullable Gathered<ToRecord> records;

    private record Parts(
            JobsDatabase database,
            Beginnings beginnings,
            Recordings recordings,
            EarlyReceipts early,
            ExecutorService threads,
            Clock clock) {}

    /** An answer to write down, and who is told that nothing is left to do for it. */
    private record ToRecord(Answer answer, Runnable whenDone) {}

    /** For the container's proxy. */
    protected Attempts() {
        this.parts = null;
        this.begins = null;
        this.records = null;
    }

    @Inject
    public Attempts(
            JobsDatabase database,
            Beginnings beginnings,
            Recordings recordings,
            EarlyReceipts early,
            @DispatchThreads ExecutorService threads,
            Clock clock) {
        this.parts = new Parts(database, beginnings, recordings, early, threads, clock);
        this.begins = new Combined<>(LANES_AT_ONCE, this::beginAll);
        this.records = new Gathered<>(MOMENT, ANSWERS_AT_ONCE, Runnable::run, this::recordAll);
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("made without a database");
        }
        return part;
    }

    /** The ids under which messages may be submitted now, in their order; empty for those that may not be any more. */
    public List<Optional<Long>> begin(List<Beginning> beginnings) {
        return made(begins).run(beginnings);
    }

    /** Has an answer written down, with others' or alone; {@code whenDone} runs on any thread. */
    public void record(Answer answer, Runnable whenDone) {
        made(records).add(List.of(new ToRecord(answer, whenDone)));
    }

    private List<List<Optional<Long>>> beginAll(List<List<Beginning>> all) {
        var now = now();
        var ids = made(parts)
                .database()
                .inTransaction(sql -> made(parts)
                        .beginnings()
                        .begin(sql, all.stream().flatMap(List::stream).toList(), now))
                .iterator();
        return all.stream()
                .map(some -> some.stream().map(beginning -> ids.next()).toList())
                .toList();
    }

    /** Together, or each alone where that fails: a bad answer must not fail its neighbors. */
    private void recordAll(List<ToRecord> all) {
        try {
            write(all);
        } catch (RuntimeException failure) {
            if (all.size() == 1) {
                later(all, failure, () -> {
                    write(all);
                    match(all);
                });
            } else {
                all.forEach(each -> recordAll(List.of(each)));
            }
            return;
        }
        try {
            match(all);
            end(all);
        } catch (RuntimeException failure) {
            later(all, failure, () -> match(all));
        }
    }

    private void write(List<ToRecord> all) {
        var now = now();
        made(parts).database().inTransaction(sql -> {
            made(parts).recordings().write(sql, answers(all), now);
            return true;
        });
    }

    private void match(List<ToRecord> all) {
        made(parts).early().match(answers(all));
    }

    private static List<Answer> answers(List<ToRecord> all) {
        return all.stream().map(ToRecord::answer).toList();
    }

    private Instant now() {
        return made(parts).clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Tries again while the database is gone, on a thread that nobody waits for. */
    private void later(List<ToRecord> records, RuntimeException failure, CheckedRunnable work) {
        if (!SqlException.isOutage(failure)) {
            giveUp(records, failure);
            return;
        }
        try {
            made(parts).threads().execute(() -> again(records, work));
        } catch (RejectedExecutionException stopping) {
            again(records, work);
        }
    }

    private void again(List<ToRecord> records, CheckedRunnable work) {
        try {
            PATIENT.run(work);
            end(records);
        } catch (RuntimeException failure) {
            giveUp(records, failure);
        }
    }

    private static void giveUp(List<ToRecord> records, RuntimeException failure) {
        var messages = records.stream()
                .map(each -> Ids.text(each.answer().claim().id()))
                .collect(Collectors.joining(", "));
        LOG.log(Level.ERROR, "What a gateway answered cannot be written down: message " + messages, failure);
        end(records);
    }

    private static void end(List<ToRecord> records) {
        records.forEach(each -> each.whenDone().run());
    }
}
