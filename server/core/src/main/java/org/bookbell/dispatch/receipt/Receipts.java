package org.bookbell.dispatch.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bookbell.dispatch.attempt.Combined;
import org.bookbell.dispatch.figures.Figures;
import org.bookbell.dispatch.figures.ReceiptsMoved;
import org.bookbell.dispatch.figures.ReceiptsMoved.Step;
import org.bookbell.plugin.gateway.ReceiptSink;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.SqlException;
import org.jspecify.annotations.Nullable;

/**
 * The one intake of all that gateways say later, whether they call it or a provider calls their web hook. Everything is
 * stored as it came and once, and the caller may tell its provider so when the method returns; it is applied a moment
 * later. What comes at the same time is stored by the same commit.
 */
@ApplicationScoped
public class Receipts implements ReceiptSink {

    private static final int CALLS_AT_ONCE = 200;
    private static final int TRIES = 3;
    private static final int LONGEST_ID = 120;

    private static final List<String> RECEIPT = List.of(
            "id",
            "fingerprint",
            "gateway",
            "named_attempt",
            "provider_message_id",
            "state",
            "occurred_at",
            "received_at",
            "code",
            "network",
            "raw",
            "reason");
    private static final List<String> REPLY = List.of(
            "id",
            "fingerprint",
            "gateway",
            "address",
            "sender",
            "body",
            "provider_message_id",
            "occurred_at",
            "received_at",
            "raw",
            "handle_at");

    private final @Nullable Parts parts;
    private final Combined<Call, Boolean> calls = new Combined<>(CALLS_AT_ONCE, this::storeAll);

    private record Parts(JobsDatabase database, Aftermath aftermath, Ids ids, Clock clock, Figures figures) {}

    /** What one call of a gateway or of its provider brought. */
    private record Call(String gateway, List<Receipt> receipts, List<Reply> replies) {}

    /** For the container's proxy. */
    protected Receipts() {
        this.parts = null;
    }

    @Inject
    public Receipts(JobsDatabase database, Aftermath aftermath, Ids ids, Clock clock, Figures figures) {
        this.parts = new Parts(database, aftermath, ids, clock, figures);
    }

    @Override
    public void receive(String gateway, List<Receipt> receipts, List<Reply> replies) {
        if (!receipts.isEmpty() || !replies.isEmpty()) {
            calls.run(new Call(gateway, receipts, replies));
            parts().aftermath().wake();
        }
    }

    private Parts parts() {
        if (parts == null) {
            throw new IllegalStateException("made without a database");
        }
        return parts;
    }

    private List<Boolean> storeAll(List<Call> all) {
        var now = parts().clock().instant();
        var receipts = new StoredRows("receipt", RECEIPT);
        var replies = new StoredRows("reply", REPLY);
        for (var call : all) {
            call.receipts().forEach(receipt -> receipts.add(row(call.gateway(), receipt, now)));
            call.replies().forEach(reply -> replies.add(row(call.gateway(), reply, now)));
        }
        store(receipts, replies);
        parts().figures().tell(new ReceiptsMoved(Step.TAKEN, receipts.size()));
        return all.stream().map(call -> true).toList();
    }

    /** That something came before is the exception, so it is looked for only once that was found. */
    private void store(StoredRows receipts, StoredRows replies) {
        for (var tries = 1; ; tries++) {
            try {
                parts().database().inTransaction(sql -> {
                    receipts.insert(sql);
                    replies.insert(sql);
                    return true;
                });
                return;
            } catch (SqlException failure) {
                if (!SqlException.isDuplicate(failure) || tries == TRIES) {
                    throw failure;
                }
                parts().database().withoutTransaction(sql -> {
                    receipts.dropStored(sql);
                    replies.dropStored(sql);
                    return true;
                });
            }
        }
    }

    private @Nullable Object[] row(String gateway, Receipt receipt, Instant now) {
        return new @Nullable Object[] {
            parts().ids().next(),
            Fingerprint.of(gateway, receipt),
            gateway,
            receipt.attemptId().flatMap(Ids::parse).orElse(null),
            receipt.providerMessageId().map(Receipts::shortened).orElse(null),
            receipt.state(),
            receipt.occurredAt().orElse(null),
            now,
            receipt.code().orElse(null),
            receipt.network().orElse(null),
            receipt.raw(),
            receipt.reason().orElse(null)
        };
    }

    private @Nullable Object[] row(String gateway, Reply reply, Instant now) {
        return new @Nullable Object[] {
            parts().ids().next(),
            Fingerprint.of(gateway, reply, now),
            gateway,
            reply.from(),
            reply.to().orElse(null),
            reply.text(),
            reply.providerMessageId().orElse(null),
            reply.occurredAt().orElse(null),
            now,
            reply.raw(),
            now
        };
    }

    /** An id longer than any that a submission may answer names no message of ours. */
    private static String shortened(String id) {
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }
}
