package org.bookbell.http.hook;

import java.util.Optional;
import org.bookbell.http.rule.JsonPath;

/**
 * What calls of the web hook look like.
 *
 * @param signature what they are signed with; empty where the token in the address is the proof
 * @param items where several receipts or replies stand in the JSON of one call; empty for one in each call
 * @param answer what the gateway wants to hear; may be empty
 */
public record HookRules(
        Optional<HookSignature> signature,
        Optional<JsonPath> items,
        Optional<ReceiptRule> receipt,
        Optional<ReplyRule> reply,
        String answer) {

    /** Whether any call says something. */
    public boolean areAny() {
        return receipt.isPresent() || reply.isPresent();
    }
}
