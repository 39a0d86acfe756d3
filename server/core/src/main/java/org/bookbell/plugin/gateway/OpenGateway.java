package org.bookbell.plugin.gateway;

import java.util.Optional;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Gateway;

/**
 * An enabled account with its connection, or with the reason why it has none.
 *
 * @param organizationId whose it is; 0 for every organization's
 * @param sender what recipients see as the sender, where the organization names none
 * @param version the version of the account it was opened with
 * @param gateway an SMS or an e-mail gateway, as {@code kind} says; empty if it could not be opened
 * @param fault why not, a full sentence
 */
public record OpenGateway(
        String name,
        long organizationId,
        PluginKind kind,
        Optional<String> sender,
        long version,
        Optional<Gateway> gateway,
        Optional<String> fault) {

    /** Whether it declares {@code ability}; never throws. */
    public boolean has(Ability ability) {
        return gateway.filter(open -> declares(open, ability)).isPresent();
    }

    private static boolean declares(Gateway open, Ability ability) {
        try {
            return open.abilities().contains(ability);
        } catch (RuntimeException | LinkageError pluginFails) {
            return false;
        }
    }

    /** Whether messages of {@code organization} may go through it. */
    public boolean serves(long organization) {
        return organizationId == 0 || organizationId == organization;
    }
}
