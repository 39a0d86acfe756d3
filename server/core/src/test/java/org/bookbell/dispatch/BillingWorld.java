package org.bookbell.dispatch;

import static org.bookbell.spi.gateway.SubmitResult.accepted;
import static org.bookbell.spi.gateway.SubmitResult.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.credit.window.NoChargeWindow;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.Ids;
import org.bookbell.storage.TestDatabase;

/** A small world in which things happen to the messages of one organization; each story has an organization of its own. */
final class BillingWorld implements AutoCloseable {

    private static final long PRICE = 7;
    private static final List<String> GATEWAYS = List.of("one", "two");
    private static final State[] ENDS = {State.DELIVERED, State.UNDELIVERED, State.UNKNOWN};

    /** What may happen. */
    enum Act {
        SEND,
        RECEIPT,
        SETTLE,
        FAIL_OVER,
        SUSPECT,
        REFUSE,
        CANCEL,
        OPEN_WINDOW,
        END_WINDOW,
        DEGRADE,
        WAIT,
        PURCHASE,
        PRICE
    }

    /** One happening; the number chooses what it happens to. */
    record Step(Act act, int number) {}

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final CreditFixture credit = new CreditFixture(database);
    private final List<RecordingSmsGateway> gateways = new ArrayList<>();
    private final List<NoChargeWindow> windows = new ArrayList<>();
    private final List<Long> messages = new ArrayList<>();
    private long organization = 1000;

    BillingWorld() {
        for (int i = 0; i < GATEWAYS.size(); i++) {
            gateways.add(house.gateway(GATEWAYS.get(i), i));
        }
    }

    /** A new organization with credit for about four messages, and no windows. */
    void begin() {
        organization++;
        messages.clear();
        windows.clear();
        house.update("DELETE FROM no_charge_window");
        database.inTransaction(() -> house.insertOrganization(organization));
        credit.price("", PRICE);
        credit.purchase(organization, PRICE * 2 * 4);
        accept(1);
    }

    void run(Step step) {
        database.clock().advance(Duration.ofSeconds(1));
        switch (step.act()) {
            case SEND -> send(step.number());
            case RECEIPT -> receive(step.number());
            case SETTLE -> house.settling().run();
            case FAIL_OVER -> move(step.number(), "PLANNED", "('UNDELIVERED', 'SUSPECT')");
            case SUSPECT -> move(step.number(), "SUSPECT", "('ACCEPTED', 'UNKNOWN')");
            case REFUSE -> refuse(step.number());
            case CANCEL -> move(step.number(), "CANCELLED", "('PLANNED')");
            case OPEN_WINDOW -> openWindow(step.number());
            case END_WINDOW -> endWindow(step.number());
            case DEGRADE -> degrade(step.number());
            case WAIT -> {
                database.clock().advance(Duration.ofMinutes(step.number()));
                house.drain();
            }
            case PURCHASE -> credit.purchase(organization, PRICE * 2 * (1 + step.number() % 3));
            case PRICE -> credit.price("", 1 + step.number() % 20);
        }
    }

    /** Lets all time pass, so that every message has its last word. */
    void end() {
        house.settling().run();
        database.clock().advance(Duration.ofDays(1));
        house.drain();
        house.settling().run();
        house.settling().run();
    }

    private void send(int number) {
        accept(1 + number % 3);
        messages.add(house.aMessage().of(organization).planned());
        house.drain();
    }

    private void accept(int segments) {
        gateways.forEach(gateway -> gateway.answers(sms -> accepted("p-" + sms.attemptId())));
        gateways.get(0).answers(sms -> accepted("p-" + sms.attemptId(), segments));
    }

    /** The next message finds the first gateway busy. */
    private void refuse(int number) {
        send(number);
        gateways.get(number % 2).answers(sms -> refused(RefusalReason.THROTTLED, "", "busy"));
        messages.add(house.aMessage().of(organization).planned());
        house.drain();
    }

    private record Sent(long id, String gateway) {}

    private void receive(int number) {
        var sent = database.inTransaction(() -> database.sql()
                .list(
                        "SELECT a.id, a.gateway FROM attempt a JOIN message m ON m.id = a.message_id"
                                + " WHERE m.organization_id = ? ORDER BY a.id",
                        row -> new Sent(row.getLong("id"), row.getText("gateway")),
                        organization));
        if (!sent.isEmpty()) {
            var chosen = sent.get(number % sent.size());
            house.receive(
                    chosen.gateway(),
                    new Receipt(
                            Optional.of(Ids.text(chosen.id())),
                            Optional.empty(),
                            ENDS[number / 7 % ENDS.length],
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "raw"));
        }
    }

    /** What the fail-over and planning do to the rows of messages. */
    private void move(int number, String to, String from) {
        if (!messages.isEmpty()) {
            var now = database.clock().instant();
            house.update(
                    "UPDATE message SET state = ?, state_at = ?, try_at = ? WHERE id = ? AND state IN " + from,
                    to,
                    now,
                    to.equals("PLANNED") ? now : RetryRule.NEVER,
                    messages.get(number % messages.size()));
        }
    }

    private void openWindow(int number) {
        var now = database.clock().instant();
        var gateway = number % 3 == 2 ? Optional.<String>empty() : Optional.of(GATEWAYS.get(number % 3));
        var until = number % 5 == 0 ? Optional.of(now.plusSeconds(number + 1L)) : Optional.<Instant>empty();
        windows.add(credit.windowOf(owner(number), gateway, now.minusSeconds(number * 10L), until));
    }

    /** Everybody, whoever the story is about, or somebody else. */
    private long owner(int number) {
        return switch (number % 4) {
            case 2 -> organization;
            case 3 -> DispatchHouse.ORGANIZATION;
            default -> 0;
        };
    }

    private void endWindow(int number) {
        if (!windows.isEmpty()) {
            var window = windows.remove(number % windows.size());
            if (window.endsAt().isEmpty()) {
                var shortened = database.clock().instant().minusSeconds(number);
                credit.end(
                        window,
                        shortened.isAfter(window.startsAt())
                                ? shortened
                                : window.startsAt().plusSeconds(1));
            }
        }
    }

    private void degrade(int number) {
        var now = database.clock().instant();
        var gateway = GATEWAYS.get(number % 2);
        credit.openWindow(gateway, now.minusSeconds(number * 3L));
        if (number % 3 == 0) {
            credit.closeWindow(gateway, now);
        }
    }

    long balance() {
        return credit.account(organization).balance();
    }

    long reserved() {
        return credit.account(organization).reserved();
    }

    long sumOfEntries() {
        return database.inTransaction(() ->
                database.sql().count("SELECT SUM(amount) FROM credit_entry WHERE organization_id = ?", organization));
    }

    /** Entries whose number or balance does not follow from the one before. */
    List<Long> brokenEntries() {
        var broken = new ArrayList<Long>();
        long balance = 0;
        long number = 0;
        for (var entry : credit.list(organization)) {
            balance += entry.amount();
            number++;
            if (entry.number() != number || entry.balance() != balance) {
                broken.add(entry.number());
            }
        }
        return broken;
    }

    List<Long> messagesWithReservation() {
        return ids("SELECT message_id AS id FROM credit_entry WHERE organization_id = ?"
                + " AND kind IN ('RESERVE', 'RELEASE') GROUP BY message_id HAVING SUM(amount) <> 0");
    }

    List<Long> messagesChargedTwice() {
        return ids("SELECT message_id AS id FROM (SELECT message_id, attempt_id FROM credit_entry"
                + " WHERE organization_id = ? AND attempt_id IS NOT NULL GROUP BY message_id, attempt_id"
                + " HAVING SUM(amount) <> 0) c GROUP BY message_id HAVING COUNT(*) > 1");
    }

    List<Long> attemptsChargedInsideWindows() {
        return ids("SELECT a.id AS id FROM attempt a JOIN credit_entry e ON e.attempt_id = a.id"
                + " JOIN no_charge_window w ON a.submitted_at >= w.starts_at"
                + " AND (w.ends_at IS NULL OR a.submitted_at < w.ends_at) AND (w.gateway IS NULL OR w.gateway = a.gateway)"
                + " AND w.organization_id IN (0, e.organization_id)"
                + " WHERE e.organization_id = ? GROUP BY a.id, w.id HAVING SUM(e.amount) <> 0");
    }

    /** Attempts that are free by a window that covers none of this organization's. */
    List<Long> attemptsFreedByWindowsOfOthers() {
        return ids("SELECT e.attempt_id AS id FROM credit_entry e JOIN no_charge_window w ON w.id = e.window_id"
                + " WHERE e.organization_id = ? AND w.organization_id NOT IN (0, e.organization_id)");
    }

    /**
     * Where nothing was ever refunded, the message costs its segments at its price if it arrived or nobody knows, and
     * otherwise nothing.
     */
    List<Long> messagesWithWrongCharge() {
        return ids("SELECT m.id AS id FROM message m JOIN credit_bill b ON b.message_id = m.id"
                + " LEFT JOIN attempt a ON a.id = b.attempt_id WHERE m.organization_id = ?"
                + " AND NOT EXISTS (SELECT 1 FROM credit_entry e WHERE e.message_id = m.id AND e.kind = 'REFUND')"
                + " AND CASE WHEN m.state IN ('DELIVERED', 'UNKNOWN') THEN COALESCE(b.price * a.segments, -1) ELSE 0 END"
                + " <> b.charged");
    }

    private List<Long> ids(String question) {
        return database.inTransaction(() -> database.sql().list(question, row -> row.getLong("id"), organization));
    }

    @Override
    public void close() {
        house.close();
    }
}
