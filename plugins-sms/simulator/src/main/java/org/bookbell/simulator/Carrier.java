package org.bookbell.simulator;

import java.net.URI;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Reply;

/** How receipts and replies of an account reach the server. */
interface Carrier {

    /**
     * Brings a receipt.
     *
     * @throws RuntimeException if the server did not take it; bring it again
     */
    void bring(Receipt receipt);

    /**
     * Brings a reply.
     *
     * @throws RuntimeException if the server did not take it; bring it again
     */
    void bring(Reply reply);

    static Carrier of(GatewayContext context, Play play) {
        return context.hook()
                .filter(hook -> play.isByHook())
                .map(hook -> byHook(hook, play, direct(context)))
                .orElseGet(() -> direct(context));
    }

    /** Where nobody listens at the address, as behind a proxy that only others can reach, the direct way is taken. */
    private static Carrier byHook(URI hook, Play play, Carrier otherwise) {
        var caller = new HookCaller(hook, play.hookSecret());
        return new Carrier() {
            @Override
            public void bring(Receipt receipt) {
                if (!caller.post(HookCalls.write(receipt))) {
                    otherwise.bring(receipt);
                }
            }

            @Override
            public void bring(Reply reply) {
                if (!caller.post(HookCalls.write(reply))) {
                    otherwise.bring(reply);
                }
            }
        };
    }

    private static Carrier direct(GatewayContext context) {
        return new Carrier() {
            @Override
            public void bring(Receipt receipt) {
                context.receipts().receive(receipt);
            }

            @Override
            public void bring(Reply reply) {
                context.receipts().receiveReply(reply);
            }
        };
    }
}
