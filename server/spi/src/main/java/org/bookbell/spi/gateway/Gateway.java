package org.bookbell.spi.gateway;

import java.util.Set;

/**
 * An open account of a provider.
 *
 * <p><b>Life cycle.</b> Opened by a provider, used until {@link #close()}, which the server calls once: when the account
 * is edited or disabled, or the server stops. <b>Threads.</b> {@code submit} is called by up to as many threads at once
 * as the account's bulkhead admits (16 unless set otherwise), and by some while {@code close} runs; it then answers
 * {@link SubmitResult.Unclear} or {@link SubmitResult.Refused}. An interrupted thread gives up as soon as it can.
 */
public interface Gateway extends AutoCloseable {

    /** What this account can do beyond submitting; may depend on its settings, does not change while it is open. */
    Set<Ability> abilities();

    /**
     * Asks the provider whether the account would accept messages now; sends none and blocks for at most 10 s. The server
     * asks when an account is made or edited, and now and then while it is in trouble.
     */
    default CheckResult check() {
        return CheckResult.notOffered();
    }

    /** Ends connections and threads within 5 s; further calls do nothing. */
    @Override
    void close();
}
