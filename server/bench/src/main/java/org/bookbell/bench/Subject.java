package org.bookbell.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.bookbell.it.database.Schema;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.bookbell.storage.Ids;

/**
 * A shop of the server that is measured, and the way to its rows.
 *
 * @param plainBooking books past the server
 * @param calendars of its staff, in the shop's order
 */
record Subject(
        BookbellServer server,
        Schema schema,
        Shop shop,
        long organization,
        Stored stored,
        PlainBooking plainBooking,
        List<Long> calendars) {

    private static final int STAFF = 10;

    /** A new shop of ten staff, without appointments. */
    static Subject of(BookbellServer server, Schema schema, String opens, String closes) throws SQLException {
        var shop = Shop.on(server, STAFF, opens, closes);
        var organization = organizationOf(schema, shop);
        var service = Ids.parse(shop.service()).orElseThrow();
        var calendars =
                shop.staff().stream().map(id -> Ids.parse(id).orElseThrow()).toList();
        return new Subject(
                server,
                schema,
                shop,
                organization,
                new Stored(schema, organization, service),
                new PlainBooking(organization, service),
                calendars);
    }

    /** The address that answers what is free from one day to another, both included. */
    URI slots(LocalDate from, LocalDate to) {
        return URI.create(
                server.address() + shop.path() + "/slots?service=" + shop.service() + "&from=" + from + "&to=" + to);
    }

    private static long organizationOf(Schema schema, Shop shop) throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement("SELECT id FROM organization WHERE slug = ?")) {
            statement.setString(1, shop.slug());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
