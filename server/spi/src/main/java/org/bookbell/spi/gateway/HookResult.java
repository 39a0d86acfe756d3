package org.bookbell.spi.gateway;

import java.util.List;

/** What a gateway made of one call of its web hook. */
public sealed interface HookResult {

    /** The most receipts and replies of one call. */
    int MOST = 5000;

    /**
     * The provider called; the server stores what it said, then answers.
     *
     * @param receipts in the order of the call, often one; none where the call is about nothing the server asks for
     * @param replies in the order of the call
     * @param answer what the provider wants to hear
     */
    record Understood(List<Receipt> receipts, List<Reply> replies, HookAnswer answer) implements HookResult {

        public Understood {
            receipts = List.copyOf(receipts);
            replies = List.copyOf(replies);
            if (receipts.size() + replies.size() > MOST) {
                throw new IllegalArgumentException("call must hold at most " + MOST + " receipts and replies");
            }
        }
    }

    /**
     * Somebody else called: the signature is missing, wrong or too old. The caller is told 403 and nothing more.
     *
     * @param detail why, for the operator, without anything of the call itself, at most 200 characters
     */
    record Forged(String detail) implements HookResult {

        public Forged {
            detail = Texts.cut(detail, 200);
        }
    }

    /**
     * The call cannot be read. The caller is told 400.
     *
     * @param detail why, for the operator, without anything of the call itself, at most 200 characters
     */
    record Malformed(String detail) implements HookResult {

        public Malformed {
            detail = Texts.cut(detail, 200);
        }
    }

    static HookResult understood(List<Receipt> receipts, List<Reply> replies) {
        return new Understood(receipts, replies, HookAnswer.OK);
    }

    static HookResult forged(String detail) {
        return new Forged(detail);
    }

    static HookResult malformed(String detail) {
        return new Malformed(detail);
    }
}
