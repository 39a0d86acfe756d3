package org.bookbell.dispatch.guard.held;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.credit.price.PriceList;
import org.bookbell.dispatch.guard.Costs;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.dispatch.guard.ServerLimits;
import org.bookbell.dispatch.guard.Tallies;
import org.bookbell.message.MessagesDue;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * What guards hold, and what an operator does about it. Released messages go out at once, count, and are looked at by no
 * guard again; dropped ones go on the call list. Each act moves some hundreds, so that no transaction grows without
 * bounds; {@link HeldDecision} repeats it.
 */
@UseCase
public class HeldMessages {

    static final int AT_ONCE = 500;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final Organizations organizations;
    private final Event<MessagesDue> due;
    private final ServerLimits server;

    @Inject
    public HeldMessages(
            Sql sql,
            Ids ids,
            Clock clock,
            Audit audit,
            Organizations organizations,
            Event<MessagesDue> due,
            ServerLimits server) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.organizations = organizations;
        this.due = due;
        this.server = server;
    }

    /** All that is held on this server, what becomes too late first before the rest. */
    public List<HeldGroup> list() {
        return sql.list(HeldGroup.QUESTION, HeldGroup::read);
    }

    /** Lets some go, those needed first before the rest, and answers how many. */
    public int release(Actor actor, long organizationId, Optional<Guard> guard) {
        var now = now();
        var released = HeldFate.RELEASED.befall(sql, ids, some(organizationId, guard, now), now);
        if (!released.isEmpty()) {
            count(organizationId, released, now);
            due.fire(new MessagesDue(released.stream().map(HeldRow::id).toList()));
            note(actor, organizationId, guard, "held.released", released.size());
        }
        return released.size();
    }

    /** Ends some, and answers how many. */
    public int drop(Actor actor, long organizationId, Optional<Guard> guard) {
        var now = now();
        var dropped = HeldFate.DROPPED.befall(sql, ids, some(organizationId, guard, now), now);
        if (!dropped.isEmpty()) {
            note(actor, organizationId, guard, "held.dropped", dropped.size());
        }
        return dropped.size();
    }

    /** What is useful still; the rest is on its way to the call list. */
    private List<HeldRow> some(long organizationId, Optional<Guard> guard, Instant now) {
        var parameters = new ArrayList<@Nullable Object>(List.of(organizationId, now));
        guard.ifPresent(parameters::add);
        return sql.list(
                HeldRow.QUESTION + "organization_id = ? AND try_at > ?"
                        + (guard.isPresent() ? " AND reason_code = ?" : "") + " ORDER BY try_at, id LIMIT " + AT_ONCE,
                HeldRow::read,
                parameters.toArray());
    }

    private void count(long organizationId, List<HeldRow> released, Instant now) {
        var zones = new TreeMap<Long, ZoneId>();
        zones.put(organizationId, organizations.get(organizationId).zone());
        var tallies = Tallies.lock(sql, zones, now);
        var costs = new Costs(PriceList.read(sql), server.estimatedSegments());
        for (var row : released) {
            var cost = row.channel() == Channel.SMS ? costs.of(row.address().orElse("")) : 0;
            tallies.of(organizationId, row.channel()).add(cost);
        }
        tallies.write(sql);
    }

    private void note(Actor actor, long organizationId, Optional<Guard> guard, String what, int messages) {
        var detail = messages + " messages" + guard.map(each -> ", " + each).orElse("");
        audit.record(actor, organizationId, what, "organization", organizationId, detail);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
