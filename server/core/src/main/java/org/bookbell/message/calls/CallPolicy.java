package org.bookbell.message.calls;

import java.util.List;
import java.util.Optional;

/**
 * What an organization decided about its calls.
 *
 * @param unknown empty where the server's setting holds
 * @param alertAddresses who is told of new calls by e-mail; empty for its owners and managers
 * @param version of what was decided, 0 where nothing was
 */
public record CallPolicy(Optional<UnknownPolicy> unknown, List<String> alertAddresses, long version) {

    static final CallPolicy NONE = new CallPolicy(Optional.empty(), List.of(), 0);

    public CallPolicy {
        alertAddresses = List.copyOf(alertAddresses);
    }

    /** Shows no address. */
    @Override
    public String toString() {
        return "CallPolicy[" + unknown + ", " + alertAddresses.size() + " addresses]";
    }
}
