package org.bookbell.dispatch.attempt;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.message.MessageState;
import org.bookbell.message.timing.WorkingHours;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;

/**
 * What follows from a gateway's answer.
 *
 * @param attempt what became of the attempt
 * @param message where the message stays
 * @param tryAt when it is looked at again
 * @param code why, for machines
 * @param detail why, for people
 * @param call whether a person must tell the client
 */
public record Verdict(
        AttemptState attempt,
        MessageState message,
        Instant tryAt,
        Optional<String> code,
        Optional<String> detail,
        boolean call) {

    /**
     * Judges an answer.
     *
     * @param idempotent whether the gateway knows repeated attempts
     * @param givesReceipts whether it tells later what became of a message
     * @param anotherGateway whether a gateway is left that was tried less often
     */
    public static Verdict on(
            Claim claim,
            String gateway,
            SubmitResult result,
            Instant now,
            RetryRule rule,
            boolean idempotent,
            boolean givesReceipts,
            boolean anotherGateway) {
        if (result instanceof Accepted) {
            return new Verdict(
                    AttemptState.ACCEPTED,
                    MessageState.ACCEPTED,
                    rule.afterAccepted(now, claim.usefulUntil(), givesReceipts, claim.start(), claim.zone()),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
        if (result instanceof Unclear unclear) {
            return new Verdict(
                    AttemptState.UNCLEAR,
                    MessageState.UNCLEAR,
                    rule.afterUnclear(
                            now,
                            claim.usefulUntil(),
                            WorkingHours.latestToCall(claim.usefulUntil(), claim.start(), claim.zone()),
                            claim.unclearAttempts() + 1,
                            idempotent),
                    Optional.of("UNCLEAR"),
                    Optional.of(unclear.detail()),
                    false);
        }
        return refused(claim, gateway, (Refused) result, now, rule, anotherGateway);
    }

    private static Verdict refused(
            Claim claim, String gateway, Refused refused, Instant now, RetryRule rule, boolean anotherGateway) {
        var detail = gateway + ": " + refused.reason()
                + (refused.code().isBlank() ? "" : " (" + refused.code() + ")")
                + (refused.detail().isBlank() ? "" : ", " + refused.detail());
        return new Verdict(
                AttemptState.REFUSED,
                refused.isTransient() ? MessageState.PLANNED : MessageState.REFUSED,
                refused.isTransient()
                        ? rule.afterRefusal(
                                now,
                                claim.usefulUntil(),
                                anotherGateway,
                                claim.triesOf(gateway) + 1,
                                refused.retryAfter())
                        : RetryRule.NEVER,
                Optional.of(refused.reason().name()),
                Optional.of(detail),
                !refused.isTransient());
    }

    /** Whether the message is to be sent again by itself. */
    boolean isRetry() {
        return message == MessageState.PLANNED;
    }
}
