package org.bookbell.it.access;

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
        return new TwoFirms(server, Firm.on(server), Firm.on(server));
    }

    Rows rows() {
        return new Rows(
                server,
                Ids.parse(own.id()).orElseThrow(),
                Ids.parse(foreign.id()).orElseThrow());
    }
}
