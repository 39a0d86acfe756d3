package org.bookbell.plugin.gateway;

import java.sql.SQLException;
import java.util.Optional;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.Row;

/**
 * A configured account of a provider, as its row has it.
 *
 * @param name unique on the server, stable; part of the address of its web hook; with a dot for an organization's
 * @param organizationId whose it is; 0 for every organization's
 * @param kind {@link PluginKind#SMS} or {@link PluginKind#EMAIL}
 * @param sender what recipients see as the sender, where the organization names none
 * @param settings encrypted
 * @param position the lower, the earlier it is tried
 */
record GatewayAccount(
        String name,
        long organizationId,
        PluginKind kind,
        String provider,
        Optional<String> sender,
        String settings,
        boolean enabled,
        int position,
        long version) {

    static final String COLUMNS =
            "name, organization_id, channel, provider, sender, settings, enabled, position, version";

    static GatewayAccount read(Row row) throws SQLException {
        return new GatewayAccount(
                row.getText("name"),
                row.getLong("organization_id"),
                PluginKind.valueOf(row.getText("channel")),
                row.getText("provider"),
                row.findText("sender"),
                row.getText("settings"),
                row.isTrue("enabled"),
                row.getInt("position"),
                row.getLong("version"));
    }
}
