package org.bookbell.dispatch.routing;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * Whether an organization falls back to the server's gateways where its own cannot be used, for each channel. Without a
 * choice it does. A change counts for the next message, on other nodes within a second or two.
 */
@UseCase
public class FallBack {

    private final Sql sql;
    private final Audit audit;
    private final Event<RoutesChanged> changed;

    @Inject
    public FallBack(Sql sql, Audit audit, Event<RoutesChanged> changed) {
        this.sql = sql;
        this.audit = audit;
        this.changed = changed;
    }

    /** The channels over which {@code organizationId} uses no gateways but its own. */
    public Set<Channel> listOwnOnly(long organizationId) {
        return sql
                .list(
                        "SELECT channel FROM own_gateways_only WHERE organization_id = ?",
                        row -> Channel.valueOf(row.getText("channel")),
                        organizationId)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Uses no gateways but its own over {@code channels}, and falls back over all others. */
    public Set<Channel> useOwnOnly(Actor actor, long organizationId, Set<Channel> channels) {
        var before = listOwnOnly(organizationId);
        for (var channel : EnumSet.allOf(Channel.class)) {
            if (channels.contains(channel) && !before.contains(channel)) {
                insert(organizationId, channel);
            }
            if (before.contains(channel) && !channels.contains(channel)) {
                sql.update(
                        "DELETE FROM own_gateways_only WHERE organization_id = ? AND channel = ?",
                        organizationId,
                        channel);
            }
        }
        audit.record(
                actor,
                organizationId,
                "fallBack.changed",
                "organization",
                organizationId,
                "own only: " + channels.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        changed.fire(new RoutesChanged());
        return listOwnOnly(organizationId);
    }

    private void insert(long organizationId, Channel channel) {
        sql.update("INSERT INTO own_gateways_only (organization_id, channel) VALUES (?, ?)", organizationId, channel);
    }
}
