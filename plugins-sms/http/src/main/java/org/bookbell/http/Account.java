package org.bookbell.http;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.bookbell.http.answer.AnswerRules;
import org.bookbell.http.hook.HookRules;
import org.bookbell.http.request.RequestTemplate;
import org.bookbell.http.wire.Limits;

/**
 * One account with a gateway, as its settings say. Its text shows nothing of it.
 *
 * @param submission the request that submits a message
 * @param check the request that asks whether the account works
 * @param secrets what nobody may see
 */
record Account(
        RequestTemplate submission,
        Optional<RequestTemplate> check,
        AnswerRules answers,
        HookRules hook,
        Connecting connecting,
        Facts facts,
        Promises promises,
        List<String> secrets) {

    /**
     * How the gateway is reached.
     *
     * @param trusting whom TLS trusts; empty for whom Java trusts
     */
    record Connecting(Limits limits, Optional<SSLSocketFactory> trusting) {}

    /** What only the operator can know of the gateway. */
    record Promises(boolean knowsRepeats, boolean takesReplies) {}

    @Override
    public String toString() {
        return "Account";
    }
}
