package org.bookbell.dispatch.canary;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.organization.ContactSyntax;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * Where operators name a phone or a mailbox for a gateway of the server, to which a test message goes each hour and whenever
 * they ask for one.
 */
@UseCase
public class Canaries {

    /** How long one waits until the next may be asked for. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int SHOWN = 24;
    private static final String COLUMNS =
            "SELECT c.gateway, c.address, c.due_at, g.channel FROM canary c" + " JOIN gateway g ON g.name = c.gateway";
    private static final String NO_PLUS_NO_COUNTRY = "ZZ";

    private final Sql sql;
    private final Gateways gateways;
    private final OpenGateways open;
    private final Standings standings;
    private final CanaryRelease release;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public Canaries(
            Sql sql,
            Gateways gateways,
            OpenGateways open,
            Standings standings,
            CanaryRelease release,
            Audit audit,
            Clock clock) {
        this.sql = sql;
        this.gateways = gateways;
        this.open = open;
        this.standings = standings;
        this.release = release;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, by gateway. */
    public List<Canary> list() {
        return sql.list(COLUMNS + " ORDER BY c.gateway", Canaries::read).stream()
                .map(this::withFlights)
                .toList();
    }

    public Canary get(String gateway) {
        return find(gateway).map(this::withFlights).orElseThrow(() -> ProblemException.notFound("canary"));
    }

    /** Has test messages sent to {@code address} over a gateway of the server, the first within seconds. */
    public Canary name(Actor actor, String gateway, String address) {
        var known = ofServer(gateway);
        var faults = new Faults();
        var clean = clean(known, address, faults);
        faults.throwIfAny();
        if (open.find(gateway)
                .filter(each -> each.gateway().isPresent() && !each.has(Ability.RECEIPTS))
                .isPresent()) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW,
                    "The gateway " + gateway
                            + " gives no receipts, so nobody could know whether a canary arrived. Choose another.");
        }
        var now = now();
        if (sql.update("UPDATE canary SET address = ?, due_at = ? WHERE gateway = ?", clean, now, gateway) == 0) {
            sql.update("INSERT INTO canary (gateway, address, due_at) VALUES (?, ?, ?)", gateway, clean, now);
        }
        audit.record(actor, 0, "canary.named", "gateway", 0, gateway);
        return get(gateway);
    }

    /** Sends no more of them over {@code gateway}. */
    public void remove(Actor actor, String gateway) {
        if (sql.update("DELETE FROM canary WHERE gateway = ?", gateway) == 0) {
            throw ProblemException.notFound("canary");
        }
        audit.record(actor, 0, "canary.removed", "gateway", 0, gateway);
    }

    /** Sends one within a second, besides those that go by themselves; one a minute at most. */
    public Canary sendNow(Actor actor, String gateway) {
        var canary = get(gateway);
        var now = now();
        var last = canary.flights().stream().findFirst().map(Flight::sentAt);
        if (last.filter(at -> now.isBefore(at.plus(PAUSE))).isPresent()) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW,
                    "A canary went over " + gateway + " less than a minute ago; see what becomes of it first.");
        }
        if (!ofServer(gateway).enabled()) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW, "The gateway " + gateway + " is off; turn it on first.");
        }
        release.release(sql, gateway, canary.channel(), canary.address(), now);
        audit.record(actor, 0, "canary.sent", "gateway", 0, gateway);
        return get(gateway);
    }

    private GatewayView ofServer(String gateway) {
        var known = gateways.get(gateway);
        if (known.organizationId() != 0) {
            throw ProblemException.notFound("gateway");
        }
        return known;
    }

    private static String clean(GatewayView gateway, String address, Faults faults) {
        var isPhone = Channel.valueOf(gateway.kind().name()) == Channel.SMS;
        var found = isPhone ? ContactSyntax.findE164(address, NO_PLUS_NO_COUNTRY) : ContactSyntax.findEmail(address);
        faults.check(
                found.isPresent(),
                "/address",
                isPhone
                        ? "The address is no number that can be dialed; write it with a plus and the country's prefix."
                        : "The address is no e-mail address; write one like ann@example.org.");
        return found.orElse("");
    }

    private Optional<Canary> find(String gateway) {
        return sql.find(COLUMNS + " WHERE c.gateway = ?", Canaries::read, gateway);
    }

    private static Canary read(Row row) throws SQLException {
        return new Canary(
                row.getText("gateway"),
                Channel.valueOf(row.getText("channel")),
                row.getText("address"),
                row.getInstant("due_at"),
                List.of());
    }

    private Canary withFlights(Canary canary) {
        var now = now();
        var patience = standings.patience(sql, canary.gateway());
        var flights = sql.list(Flight.QUESTION + SHOWN, row -> Flight.read(row, patience, now), canary.gateway());
        return new Canary(canary.gateway(), canary.channel(), canary.address(), canary.nextAt(), flights);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
