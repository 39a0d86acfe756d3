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

    /**
     * Reads one call of the account's web hook; called only where {@link Ability#HOOK} is declared, by several threads at
     * once, never before the account is open nor after {@link #close()} returned.
     *
     * <p>It only reads: it opens no connection, waits for nobody, reports nothing to the {@link ReceiptListener} and
     * answers within 2 s. The server stores what was understood and only then sends the answer, so that a provider that
     * is told "taken" need not repeat itself. The same call read again gives the same result: what a provider repeats,
     * the server recognizes by that.
     *
     * <p>Where the provider signs, the signature is verified before anything else is read, over the bytes as they came
     * and in constant time; a call without a right signature is {@link HookResult.Forged}, whatever it says. Where the
     * provider does not sign, the server has asked for the token in the address already.
     *
     * <p>What belongs to another account, or is of a kind that the gateway does not know, is left out: such a call is
     * understood and holds nothing. A thrown exception counts as {@link HookResult.Malformed}.
     */
    default HookResult readHook(HookRequest request) {
        return HookResult.malformed("This gateway has no web hook.");
    }

    /** Ends connections and threads within 5 s; further calls do nothing. */
    @Override
    void close();
}
