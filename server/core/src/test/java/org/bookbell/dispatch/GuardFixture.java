package org.bookbell.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.dispatch.guard.LimitTable;
import org.bookbell.dispatch.guard.Limits;
import org.bookbell.dispatch.guard.OwnLimits;
import org.bookbell.dispatch.guard.ServerLimits;
import org.bookbell.dispatch.guard.held.HeldDecision;
import org.bookbell.dispatch.guard.held.HeldExpiry;
import org.bookbell.dispatch.guard.held.HeldGroup;
import org.bookbell.dispatch.guard.held.HeldMessages;
import org.bookbell.message.MessagesDue;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.jspecify.annotations.Nullable;

/** What operators do about limits and held messages, beside a {@link DispatchHouse} on the same database. */
final class GuardFixture {

    static final Actor OPERATOR = Actor.member(1);

    private final TestDatabase database;
    private final HeldMessages held;
    private final LimitTable table;
    private final RecordedEvents<MessagesDue> due = new RecordedEvents<>();

    GuardFixture(TestDatabase database, Limits limits) {
        this.database = database;
        var server = new ServerLimits(limits, 2);
        held =
                new HeldMessages(
                        database.sql(),
                        database.ids(),
                        database.clock(),
                        database.audit(),
                        new Organizations(database.entityManager()),
                        due,
                        server) {
                    @Override
                    public int release(Actor actor, long organization, Optional<Guard> guard) {
                        return in(() -> super.release(actor, organization, guard));
                    }

                    @Override
                    public int drop(Actor actor, long organization, Optional<Guard> guard) {
                        return in(() -> super.drop(actor, organization, guard));
                    }
                };
        table = new LimitTable(database.sql(), database.audit(), server);
    }

    /** Writes as many due messages to different numbers, and answers their ids. */
    List<Long> plan(long organization, int messages, int hoursUseful) {
        var now = database.clock().instant();
        var useful = now.plusSeconds(3600L * hoursUseful);
        var ids = LongStream.range(0, messages)
                .map(i -> database.ids().next())
                .boxed()
                .toList();
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < messages; i++) {
            rows.add(new @Nullable Object[] {
                ids.get(i),
                organization,
                "+4915" + (20_000_000 + i),
                useful.plusSeconds(7200),
                now,
                useful,
                now,
                now,
                now
            });
        }
        database.inTransaction(() -> {
            database.sql()
                    .insertAll(
                            "INSERT INTO message (id, organization_id, address, appointment_start, due_at, useful_until,"
                                    + " try_at, state_at, created_at, occurrence, rule_id, kind, channel, recipient_kind,"
                                    + " recipient_id, state, facts, revision, attempts)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'REMINDER', 'SMS', 'CLIENT', 1,"
                                    + " 'PLANNED', '{}', 0, 0)",
                            rows);
            return rows.size();
        });
        return ids;
    }

    int release(long organization, Optional<Guard> guard) {
        return new HeldDecision(held).release(OPERATOR, organization, guard);
    }

    int drop(long organization, Optional<Guard> guard) {
        return new HeldDecision(held).drop(OPERATOR, organization, guard);
    }

    List<HeldGroup> listHeld() {
        return in(held::list);
    }

    void limit(long organization, OwnLimits limits) {
        in(() -> table.put(OPERATOR, organization, limits));
    }

    void expire() {
        new HeldExpiry(database.jobsDatabase(), database.ids(), database.clock()).run();
    }

    /** How many messages of an organization are in a state. */
    long count(long organization, String state) {
        return in(() -> database.sql()
                .count("SELECT COUNT(*) FROM message WHERE organization_id = ? AND state = ?", organization, state));
    }

    /** What was sent on an earlier day. */
    void sent(long organization, int daysAgo, int messages) {
        var day = database.clock().instant().getEpochSecond() / 86_400 - daysAgo;
        in(() -> database.sql()
                .update(
                        "INSERT INTO guard_day (organization_id, channel, day_no, sent) VALUES (?, 'SMS', ?, ?)",
                        organization,
                        day,
                        messages));
    }

    <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }
}
