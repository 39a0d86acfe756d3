package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.dispatch.DispatchHouse.ORGANIZATION;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bookbell.dispatch.claim.Claims;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.claim.SetAside;
import org.bookbell.dispatch.guard.Guards;
import org.bookbell.dispatch.guard.LimitsBuilder;
import org.bookbell.dispatch.guard.ServerLimits;
import org.bookbell.dispatch.guard.Stopped;
import org.bookbell.dispatch.quiet.Nights;
import org.bookbell.dispatch.watchdog.AlarmBook;
import org.bookbell.storage.TestDatabase;
import org.bookbell.storage.start.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one database claim messages of one organization at once. */
class GuardRaceTest {

    private static final int NODES = 4;
    private static final int MESSAGES = 400;
    private static final int BATCH = 20;
    private static final int MOST = 150;

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final GuardFixture guards =
            new GuardFixture(database, LimitsBuilder.none().built());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void together_they_let_no_more_pass_than_one_would() throws Exception {
        var messages = guards.plan(ORGANIZATION, MESSAGES, 6);
        var nodes = IntStream.rangeClosed(1, NODES).mapToObj(this::node).toList();
        List<Callable<Integer>> claiming = IntStream.range(0, MESSAGES / BATCH)
                .<Callable<Integer>>mapToObj(i -> () -> nodes.get(i % NODES)
                        .claim(messages.subList(i * BATCH, (i + 1) * BATCH))
                        .size())
                .toList();

        var threads = Executors.newFixedThreadPool(NODES);
        var passed = 0;
        for (var each : threads.invokeAll(claiming)) {
            passed += each.get();
        }
        threads.shutdown();

        assertThat(passed).isEqualTo(MOST);
        assertThat(guards.count(ORGANIZATION, "CLAIMED")).isEqualTo(MOST);
        assertThat(guards.count(ORGANIZATION, "HELD")).isEqualTo(MESSAGES - MOST);
        assertThat(database.inTransaction(() -> database.sql()
                        .count("SELECT day_used FROM guard_count WHERE channel = 'SMS' AND organization_id = 7")))
                .isEqualTo(MOST);
    }

    private Claims node(int number) {
        var history = new History(database.ids());
        var limits = LimitsBuilder.none().smsPerDay(MOST).built();
        return new Claims(
                database.jobsDatabase(),
                history,
                new LeaseTime(database.jobs()),
                new Nights(history, database.ids(), database.clock()),
                new Guards(new ServerLimits(limits, 2), new Stopped(history), database.clock()),
                new SetAside(
                        database.jobsDatabase(),
                        history,
                        new AlarmBook(database.jobsDatabase(), database.clock()),
                        database.clock()),
                new Node(number, "node-" + number),
                database.ids(),
                database.clock());
    }
}
