package org.bookbell.it.access;

import jakarta.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.bookbell.storage.Ids;

/** A furnished organization, which a class of tests has for itself and may leave in disorder, on a server for all such. */
record OneFirm(BookbellServer server, Firm firm, Api operator) {

    /** A gateway of the server that is off, so that nothing goes over it. */
    static final String GATEWAY = "spare";

    /** What the server itself goes on with: sending what is due, counting and billing it, and ending holds. */
    private static final Pattern ON_ITS_OWN = Pattern.compile(
            "(?i)^(message|call_list|call_alert|receipt|failing_number"
                    + "|guard_(count|day|news|recipient)|credit_(account|bill|entry))\\|.*|^appointment\\|.*\\|HELD\\|.*");

    private static final class Lazily {

        private static final BookbellServer SERVER = withGateway(BookbellServer.on(Vendor.MARIADB.freshSchema()));
    }

    static OneFirm furnish() {
        return new OneFirm(Lazily.SERVER, Firm.on(Lazily.SERVER), Lazily.SERVER.operator());
    }

    private static BookbellServer withGateway(BookbellServer server) {
        var operator = server.operator();
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", GATEWAY)
                        .add("kind", "SMS")
                        .add("provider", "simulator"));
        operator.send("PUT", "/api/v1/operator/gateways/" + GATEWAY, "{\"enabled\":false}");
        return server;
    }

    Api owner() {
        return firm.as(Person.OWNER);
    }

    /** All that the database holds of the organization and of the server, but for what the server changes by itself. */
    List<String> rows() {
        var organization = Ids.parse(firm.id()).orElseThrow();
        return new Rows(server, organization, 0L)
                .read().stream()
                        .filter(row -> !ON_ITS_OWN.matcher(row).matches())
                        .toList();
    }
}
