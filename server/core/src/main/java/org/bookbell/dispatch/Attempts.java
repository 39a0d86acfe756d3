package org.bookbell.dispatch;

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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.dispatch.Beginnings.Beginning;
import org.bookbell.dispatch.History.Event;
import org.bookbell.dispatch.Recordings.Answer;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * What is written before and after a submission. {@link #begin} commits, just before the gateway is spoken to, that it
 * will be: only if the claim still holds, the message was neither cancelled nor planned anew, its recipient has not
 * opted out, and it is still useful. A process that dies after that leaves an attempt of which nobody knows, never a
 * message that is sent twice unawares. Those who begin wait for their commit, which writes down the answers that came
 * meanwhile; nobody waits for the latter.
 */
@ApplicationScoped
public class Attempts {

    private static final Logger LOG = System.getLogger(Attempts.class.getName());
    private static final int AT_ONCE = 100;

    /** An answer that is not recorded would be asked for again: a database that is gone for minutes is waited for. */
    private static final FailsafeExecutor<Object> PATIENT = Failsafe.with(RetryPolicy.builder()
            .handleIf(SqlException::isOutage)
            .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1))
            .withMaxRetries(-1)
            .withMaxDuration(Duration.ofMinutes(5))
            .build());

    private final @Nullable Parts parts;
    private final @Nullable Combined<Entry, List<Optional<Long>>> writes;

    private record Parts(
            JobsDatabase database,
            Beginnings beginnings,
            Recordings recordings,
            EarlyReceipts early,
            ExecutorService threads,
            Clock clock) {}

    private sealed interface Entry {}

    private record ToBegin(List<Beginning> beginnings) implements Entry {}

    /** An answer to write down, and who is told that nothing is left to do for it. */
    private record ToRecord(Answer answer, Runnable whenDone) implements Entry {}

    /** For the container's proxy. */
    protected Attempts() {
        this.parts = null;
        this.writes = null;
    }

    @Inject
    Attempts(
            JobsDatabase database,
            Beginnings beginnings,
            Recordings recordings,
            EarlyReceipts early,
            @DispatchThreads ExecutorService threads,
            Clock clock) {
        this.parts = new Parts(database, beginnings, recordings, early, threads, clock);
        this.writes = new Combined<>(AT_ONCE, this::writeAll, new Written(), threads);
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("made without a database");
        }
        return part;
    }

    /** The ids under which messages may be submitted now, in their order; empty for those that may not be any more. */
    List<Optional<Long>> begin(List<Beginning> beginnings) {
        return made(writes).run(new ToBegin(beginnings));
    }

    /** Has an answer written down, with others' or alone; {@code whenDone} runs on any thread. */
    void record(Answer answer, Runnable whenDone) {
        made(writes).post(new ToRecord(answer, whenDone));
    }

    /** Answers the ids of what was begun, and nothing to the rest. */
    private List<List<Optional<Long>>> writeAll(List<Entry> all) {
        var now = made(parts).clock().instant().truncatedTo(ChronoUnit.MICROS);
        var beginnings = of(ToBegin.class, all)
                .flatMap(begin -> begin.beginnings().stream())
                .toList();
        var answers = of(ToRecord.class, all).map(ToRecord::answer).toList();
        var ids = made(parts)
                .database()
                .inTransaction(sql -> {
                    var events = new ArrayList<Event>();
                    var begun = made(parts).beginnings().begin(sql, beginnings, now, events);
                    made(parts).recordings().write(sql, answers, now, events);
                    return begun;
                })
                .iterator();
        return all.stream()
                .map(each -> each instanceof ToBegin begin
                        ? begin.beginnings().stream()
                                .map(beginning -> ids.next())
                                .toList()
                        : List.<Optional<Long>>of())
                .toList();
    }

    private static <T> Stream<T> of(Class<T> kind, List<Entry> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Goes on with answers once they are written down. */
    private final class Written implements Combined.Posted<Entry> {

        @Override
        public void answered(List<Entry> written) {
            var records = of(ToRecord.class, written).toList();
            var answers = records.stream().map(ToRecord::answer).toList();
            try {
                made(parts).early().match(answers);
                end(records);
            } catch (RuntimeException failure) {
                later(records, failure, () -> made(parts).early().match(answers));
            }
        }

        @Override
        public void failed(Entry write, RuntimeException failure) {
            var records = of(ToRecord.class, List.of(write)).toList();
            later(records, failure, () -> {
                writeAll(List.of(write));
                made(parts).early().match(List.of(records.get(0).answer()));
            });
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

        private void giveUp(List<ToRecord> records, RuntimeException failure) {
            var messages = records.stream()
                    .map(each -> Ids.text(each.answer().claim().id()))
                    .collect(Collectors.joining(", "));
            LOG.log(Level.ERROR, "What a gateway answered cannot be written down: message " + messages, failure);
            end(records);
        }

        private void end(List<ToRecord> records) {
            records.forEach(each -> each.whenDone().run());
        }
    }
}
