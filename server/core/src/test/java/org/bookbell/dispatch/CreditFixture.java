package org.bookbell.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.credit.Account;
import org.bookbell.credit.AtZero;
import org.bookbell.credit.CreditEntries;
import org.bookbell.credit.CreditEntry;
import org.bookbell.credit.Credits;
import org.bookbell.credit.EntryKind;
import org.bookbell.credit.price.Prices;
import org.bookbell.credit.price.SmsPrice;
import org.bookbell.credit.window.NewWindow;
import org.bookbell.credit.window.NoChargeWindow;
import org.bookbell.credit.window.NoChargeWindows;
import org.bookbell.credit.window.WindowSetup;
import org.bookbell.organization.Organizations;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.storage.Ids;
import org.bookbell.storage.TestDatabase;

/** What operators and owners do with credit, beside a {@link DispatchHouse} on the same database. */
final class CreditFixture {

    private static final Actor OPERATOR = Actor.member(1);

    private final TestDatabase database;
    private final Credits credits;
    private final CreditEntries entries;
    private final Prices prices;
    private final WindowSetup windows;
    private final NoChargeWindows automatic;

    CreditFixture(TestDatabase database) {
        this.database = database;
        var sql = database.sql();
        var organizations = new Organizations(database.entityManager());
        credits = new Credits(sql, organizations, database.clock(), database.audit());
        entries = new CreditEntries(sql);
        prices = new Prices(sql, database.audit());
        windows = new WindowSetup(sql, organizations, database.ids(), database.clock(), database.audit());
        automatic = new NoChargeWindows(database.ids(), database.clock());
    }

    void price(String prefix, long milliCredits) {
        database.inTransaction(() -> prices.replace(OPERATOR, List.of(new SmsPrice(prefix, milliCredits))));
    }

    void purchase(long organization, long milliCredits) {
        database.inTransaction(() -> credits.add(OPERATOR, organization, EntryKind.PURCHASE, milliCredits, null));
    }

    void atZero(long organization, AtZero policy) {
        database.inTransaction(() -> credits.configure(OPERATOR, organization, policy, Optional.empty()));
    }

    void lowBelow(long organization, long milliCredits) {
        database.inTransaction(
                () -> credits.configure(OPERATOR, organization, AtZero.EMAIL_INSTEAD, Optional.of(milliCredits)));
    }

    Account account(long organization) {
        return database.inTransaction(() -> credits.get(organization));
    }

    /** Its entries, the oldest first, as {@code KIND amount}. */
    List<String> entries(long organization) {
        return list(organization).stream()
                .map(entry -> entry.kind() + " " + entry.amount())
                .toList();
    }

    List<CreditEntry> list(long organization) {
        return database.inTransaction(() -> entries.listAfter(organization, 0, Long.MAX_VALUE));
    }

    NoChargeWindow window(Optional<String> gateway, Instant from, Optional<Instant> until) {
        return windowOf(0, gateway, from, until);
    }

    /** One of a single organization, or of all for 0. */
    NoChargeWindow windowOf(long organization, Optional<String> gateway, Instant from, Optional<Instant> until) {
        return database.inTransaction(
                () -> windows.add(OPERATOR, new NewWindow(organization, gateway, from, until, "outage")));
    }

    void end(NoChargeWindow window, Instant at) {
        database.inTransaction(() -> windows.end(OPERATOR, window.id(), at));
    }

    /** What fail-over does when a gateway fails. */
    void openWindow(String gateway, Instant from) {
        database.jobsDatabase().inTransaction(sql -> {
            automatic.open(sql, gateway, from);
            return true;
        });
    }

    /** What it does when the gateway works again. */
    void closeWindow(String gateway, Instant until) {
        database.jobsDatabase().inTransaction(sql -> {
            automatic.close(sql, gateway, until);
            return true;
        });
    }

    /** The gateway's word on an attempt of a message. */
    void receive(DispatchHouse house, long message, int attempt, State state) {
        var sent = database.inTransaction(() -> database.sql()
                .find(
                        "SELECT id, gateway FROM attempt WHERE message_id = ? AND attempt_no = ?",
                        row -> new Sent(row.getText("gateway"), Ids.text(row.getLong("id"))),
                        message,
                        attempt)
                .orElseThrow());
        house.receive(
                sent.gateway(),
                new Receipt(
                        Optional.of(sent.attempt()),
                        Optional.empty(),
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "raw"));
    }

    private record Sent(String gateway, String attempt) {}

    long count(String question) {
        return database.inTransaction(() -> database.sql().count(question));
    }
}
