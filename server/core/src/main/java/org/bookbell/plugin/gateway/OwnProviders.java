package org.bookbell.plugin.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which providers organizations may use for gateways of their own; the operator decides, and the server's are not concerned. */
@Dependent
public class OwnProviders {

    private static final String ALL = "all";

    private final Optional<Set<String>> named;

    /**
     * As configured.
     *
     * @param setting {@code all}, or names with commas between them; {@code none} is nobody's name
     */
    @Inject
    public OwnProviders(@ConfigProperty(name = "bookbell.gateway.ownProviders", defaultValue = ALL) String setting) {
        var names = Stream.of(setting.split("[,\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.named = names.equals(Set.of(ALL)) ? Optional.empty() : Optional.of(names);
    }

    /** Whether a gateway of {@code organizationId} may be one of {@code provider}. */
    public boolean allows(long organizationId, String provider) {
        return organizationId == 0
                || named.map(names -> names.contains(provider)).orElse(true);
    }

    /** Why not, and what to do. */
    static String refusal(String provider) {
        return "This server does not let organizations use the provider \"" + provider
                + "\"; ask its operator, who names those that they may in bookbell.gateway.ownProviders.";
    }
}
