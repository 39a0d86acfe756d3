package org.bookbell.twilio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.HookResult.Understood;

/**
 * Reads Twilio's calls of the web hook: what became of a message, or an incoming one, by what they hold. An incoming message
 * is answered with TwiML that says nothing ("TwiML for Programmable Messaging", {@code docs/messaging/twiml}): without it
 * Twilio would tell of an error.
 */
final class HookCalls {

    private static final HookAnswer NOTHING_TO_SAY = new HookAnswer(
            200, "text/xml;charset=utf-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");

    private final Account account;

    HookCalls(Account account) {
        this.account = account;
    }

    HookResult read(HookRequest request) {
        try {
            return isTwilios(request) ? readProven(request) : HookResult.forged("The signature is missing or wrong.");
        } catch (IllegalArgumentException unreadable) {
            return account.signature().isPresent()
                    ? HookResult.forged("The call cannot be read, so that its signature cannot be right.")
                    : HookResult.malformed("A parameter of the call cannot be read.");
        }
    }

    private boolean isTwilios(HookRequest request) {
        var fragment = account.reports().map(ReportAddress::fragment).orElse("");
        return account.signature()
                .map(signature -> signature.isRight(request, fragment))
                .orElse(true);
    }

    private HookResult readProven(HookRequest request) {
        var call = Call.of(request);
        if (call.find("AccountSid").isEmpty()) {
            return HookResult.malformed("The call does not name an account.");
        }
        if (!call.find("AccountSid").get().equalsIgnoreCase(account.sid())) {
            return HookResult.understood(List.of(), List.of());
        }
        return call.find("MessageStatus").isPresent()
                ? HookResult.understood(StatusReport.read(call).stream().toList(), List.of())
                : new Understood(List.of(), IncomingMessage.read(call).stream().toList(), NOTHING_TO_SAY);
    }

    /**
     * The parameters of a call. Its text shows nothing.
     *
     * @param parameters of the form, or of the query where there is none
     * @param attempt the id that the address of a report holds
     * @param raw the words of the parameters
     */
    record Call(Map<String, List<String>> parameters, Optional<String> attempt, String raw) {

        static Call of(HookRequest request) {
            var query = request.queryParameters();
            var isForm = request.method().equals("POST");
            return new Call(
                    isForm ? request.formParameters() : query,
                    first(query, ReportAddress.ATTEMPT),
                    isForm ? request.text() : request.query());
        }

        /** The first value of {@code name}, stripped, if there is more than white space. */
        Optional<String> find(String name) {
            return first(parameters, name).map(String::strip).filter(value -> !value.isEmpty());
        }

        /** The first value of {@code name} as it came. */
        Optional<String> findWords(String name) {
            return first(parameters, name);
        }

        private static Optional<String> first(Map<String, List<String>> parameters, String name) {
            return parameters.getOrDefault(name, List.of()).stream().findFirst();
        }

        @Override
        public String toString() {
            return "Call";
        }
    }
}
