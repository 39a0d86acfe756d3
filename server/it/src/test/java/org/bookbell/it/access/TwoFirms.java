package org.bookbell.it.access;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.storage.Ids;

/** Two organizations on the shared server, furnished once for all tests: what is refused leaves them as they are. */
record TwoFirms(BookbellServer server, Firm own, Firm foreign) {

    private static final class Lazily {

        private static final TwoFirms FURNISHED = furnish(BookbellServer.shared(Vendor.MARIADB));
    }

    static TwoFirms get() {
        return Lazily.FURNISHED;
    }

    private static TwoFirms furnish(BookbellServer server) {
        var firms = new TwoFirms(server, Firm.on(server), Firm.on(server));
        await("organizers to be told of their calls")
                .atMost(Duration.ofMinutes(1))
                .until(() -> isEverybodyTold(server));
        return firms;
    }

    /** From then on nothing but requests changes what a firm has. */
    private static boolean isEverybodyTold(BookbellServer server) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var untold = statement.executeQuery("SELECT COUNT(*) FROM call_list WHERE alerted_at IS NULL")) {
            return untold.next() && untold.getLong(1) == 0;
        }
    }

    Rows rows() {
        return new Rows(
                server,
                Ids.parse(own.id()).orElseThrow(),
                Ids.parse(foreign.id()).orElseThrow());
    }
}
