package org.bookbell.dispatch.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bookbell.client.Channel;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Routes as stored: a row for each gateway. */
final class RouteRows {

    private RouteRows() {}

    private record Key(long organizationId, Channel channel, String prefix) {}

    private record Line(Key key, String gateway) {}

    static List<Route> all(Sql sql) {
        return routes(sql, "", new Object[0]);
    }

    static List<Route> of(Sql sql, long organizationId) {
        return routes(sql, " WHERE organization_id = ?", organizationId);
    }

    private static List<Route> routes(Sql sql, String condition, Object... parameters) {
        var lines = sql.list(
                "SELECT organization_id, channel, prefix, gateway FROM route" + condition
                        + " ORDER BY organization_id, channel, prefix, position",
                row -> new Line(
                        new Key(
                                row.getLong("organization_id"),
                                Channel.valueOf(row.getText("channel")),
                                row.getText("prefix")),
                        row.getText("gateway")),
                parameters);
        var gateways = new LinkedHashMap<Key, List<String>>();
        lines.forEach(line ->
                gateways.computeIfAbsent(line.key(), key -> new ArrayList<>()).add(line.gateway()));
        return gateways.entrySet().stream()
                .map(each -> new Route(
                        each.getKey().organizationId(),
                        each.getKey().channel(),
                        each.getKey().prefix(),
                        each.getValue()))
                .toList();
    }

    /** Writes {@code route} in place of what was there for its prefix; one without gateways is removed. */
    static void put(Sql sql, Route route) {
        sql.update(
                "DELETE FROM route WHERE organization_id = ? AND channel = ? AND prefix = ?",
                route.organizationId(),
                route.channel(),
                route.prefix());
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < route.gateways().size(); i++) {
            rows.add(new @Nullable Object[] {
                route.organizationId(),
                route.channel(),
                route.prefix(),
                i,
                route.gateways().get(i)
            });
        }
        sql.insertAll(
                "INSERT INTO route (organization_id, channel, prefix, position, gateway) VALUES (?, ?, ?, ?, ?)", rows);
    }
}
