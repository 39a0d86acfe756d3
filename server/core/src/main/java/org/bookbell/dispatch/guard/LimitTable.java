package org.bookbell.dispatch.guard;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.dispatch.guard.OwnLimits.OwnVolume;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** What operators decided about the limits of organizations. A change counts for the next message, on every node. */
@UseCase
public class LimitTable {

    private static final long MOST = 1_000_000_000_000L;
    private static final int MOST_PREFIXES = 50;
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9]\\d{0,14}");
    private static final String QUESTION =
            "SELECT " + OwnLimits.COLUMNS + " FROM guard_limits WHERE organization_id IN ";

    private final Sql sql;
    private final Audit audit;
    private final ServerLimits server;

    @Inject
    public LimitTable(Sql sql, Audit audit, ServerLimits server) {
        this.sql = sql;
        this.audit = audit;
        this.server = server;
    }

    /** What holds for each of some organizations. */
    static Map<Long, Limits> effective(Sql sql, Collection<Long> organizations, Limits server) {
        var limits = new HashMap<Long, Limits>();
        organizations.forEach(id -> limits.put(id, server));
        sql.list(
                        QUESTION + Sql.marks(organizations.size()),
                        row -> Map.entry(row.getLong("organization_id"), OwnLimits.read(row)),
                        organizations.toArray())
                .forEach(each -> limits.put(each.getKey(), each.getValue().over(server)));
        return limits;
    }

    /** What was decided for one; nothing at first. */
    public OwnLimits get(long organizationId) {
        return sql.find(QUESTION + "(?)", OwnLimits::read, organizationId).orElse(OwnLimits.NONE);
    }

    /** What holds for one. */
    public Limits effective(long organizationId) {
        return get(organizationId).over(server.limits());
    }

    /** Decides all of them anew. */
    public OwnLimits put(Actor actor, long organizationId, OwnLimits limits) {
        check(limits);
        sql.update("DELETE FROM guard_limits WHERE organization_id = ?", organizationId);
        sql.update(
                "INSERT INTO guard_limits (" + OwnLimits.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(organizationId, limits));
        audit.record(actor, organizationId, "limits.changed", "organization", organizationId, "");
        return get(organizationId);
    }

    private static @Nullable Object[] values(long organizationId, OwnLimits limits) {
        var values = new ArrayList<@Nullable Object>();
        values.add(organizationId);
        figures(limits).forEach(figure -> values.add(figure.orElse(null)));
        values.add(limits.smsPrefixes().isEmpty() ? null : String.join(",", limits.smsPrefixes()));
        return values.toArray();
    }

    private static Stream<Optional<Long>> figures(OwnLimits limits) {
        return Stream.of(
                        figures(limits.sms()),
                        figures(limits.email()),
                        List.of(
                                limits.spendPerDay(),
                                limits.spendPerMonth(),
                                limits.usualMultiple(),
                                limits.usualFloor()))
                .flatMap(List::stream);
    }

    private static List<Optional<Long>> figures(OwnVolume volume) {
        return List.of(volume.perMinute(), volume.perDay(), volume.perRecipient());
    }

    private static void check(OwnLimits limits) {
        var faults = new Faults();
        faults.check(
                figures(limits).flatMap(Optional::stream).allMatch(each -> each >= 0 && each <= MOST),
                "",
                "A limit is 0, which means none, or a number up to " + MOST + ".");
        faults.check(
                limits.smsPrefixes().size() <= MOST_PREFIXES
                        && limits.smsPrefixes().stream()
                                .allMatch(each -> PREFIX.matcher(each).matches()),
                "/smsPrefixes",
                "Give at most " + MOST_PREFIXES + " beginnings of numbers, such as +41.");
        faults.throwIfAny();
    }
}
