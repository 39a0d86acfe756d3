package org.bookbell.client.choice;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that want no messages. An opt-out belongs to the address, above clients and gateways; one of
 * {@link #EVERY_ORGANIZATION} holds on all of them.
 */
@UseCase
public class OptOuts {

    /** In place of an organization's id: whoever sends. */
    public static final long EVERY_ORGANIZATION = 0;

    private final Sql sql;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public OptOuts(Sql sql, Clock clock, Audit audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /** Notes that nothing may go to {@code address} any more; an opt-out that is there keeps its time and source. */
    public void add(Actor actor, long organizationId, Channel channel, String address, OptOutSource source) {
        add(actor, organizationId, channel, address, source, null);
    }

    /** The same for a reply such as STOP, which is kept as its proof. */
    public void addByReply(Actor actor, long organizationId, Channel channel, String address, long replyId) {
        add(actor, organizationId, channel, address, OptOutSource.REPLY, replyId);
    }

    private void add(
            Actor actor,
            long organizationId,
            Channel channel,
            String address,
            OptOutSource source,
            @Nullable Long replyId) {
        if (isNoted(channel, address, organizationId)) {
            return;
        }
        sql.update(
                "INSERT INTO opt_out (channel, address, organization_id, source, opted_out_at, reply_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                channel,
                normalized(address),
                organizationId,
                source,
                clock.instant(),
                replyId);
        audit.record(
                actor,
                organizationId,
                "optOut.added",
                "optOut",
                replyId == null ? 0 : replyId,
                channel + " by " + source);
    }

    /** Forgets the opt-out of exactly this organization, or of {@link #EVERY_ORGANIZATION}. */
    public void remove(Actor actor, long organizationId, Channel channel, String address) {
        var removed = sql.update(
                "DELETE FROM opt_out WHERE channel = ? AND address = ? AND organization_id = ?",
                channel,
                normalized(address),
                organizationId);
        if (removed > 0) {
            audit.record(actor, organizationId, "optOut.removed", "optOut", 0, channel.name());
        }
    }

    /** Whether {@code organizationId} may send nothing to {@code address} over {@code channel}. */
    public boolean isOptedOut(Channel channel, String address, long organizationId) {
        return isNoted(channel, address, organizationId) || isNoted(channel, address, EVERY_ORGANIZATION);
    }

    /** Those of {@code addresses} to which {@code organizationId} may send nothing over {@code channel}. */
    public Set<String> optedOutAmong(Channel channel, Collection<String> addresses, long organizationId) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(channel);
        parameters.add(organizationId);
        parameters.add(EVERY_ORGANIZATION);
        parameters.addAll(addresses);
        return Set.copyOf(sql.list(
                "SELECT DISTINCT address FROM opt_out WHERE channel = ? AND organization_id IN (?, ?) AND address IN "
                        + Sql.marks(addresses.size()),
                row -> row.getText("address"),
                parameters.toArray()));
    }

    private boolean isNoted(Channel channel, String address, long organizationId) {
        return sql.count(
                        "SELECT COUNT(*) FROM opt_out WHERE channel = ? AND address = ? AND organization_id = ?",
                        channel,
                        normalized(address),
                        organizationId)
                > 0;
    }

    private static String normalized(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
