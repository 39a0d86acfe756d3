package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.dispatch.ReceiptMatch.Stored;
import org.bookbell.dispatch.ReceiptMatch.Target;
import org.bookbell.plugin.ReceiptSink;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/**
 * Hears what gateways say of their messages later. Each receipt is stored first, as it came and once, and applied
 * second: one that comes before its submission's answer waits in the table until the answer names it.
 */
@Dependent
public class Receipts implements ReceiptSink {

    private final JobsDatabase database;
    private final ReceiptMatch match;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Receipts(JobsDatabase database, ReceiptMatch match, Ids ids, Clock clock) {
        this.database = database;
        this.match = match;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void receive(String gateway, Receipt receipt) {
        var now = clock.instant();
        var fingerprint = fingerprint(gateway, receipt);
        var id = store(gateway, receipt, fingerprint, now);
        database.inTransaction(sql -> {
            var target = find(sql, gateway, receipt);
            target.ifPresent(found -> match.apply(sql, new Stored(id, receipt.state(), receipt.code()), found, now));
            return target.isPresent();
        });
    }

    private long store(String gateway, Receipt receipt, byte[] fingerprint, Instant now) {
        long id = ids.next();
        try {
            database.withoutTransaction(sql -> sql.update(
                    "INSERT INTO receipt (id, fingerprint, gateway, provider_message_id, state, occurred_at,"
                            + " received_at, code, network, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    fingerprint,
                    gateway,
                    receipt.providerMessageId().orElse(null),
                    receipt.state(),
                    receipt.occurredAt().orElse(null),
                    now,
                    receipt.code().orElse(null),
                    receipt.network().orElse(null),
                    receipt.raw()));
            return id;
        } catch (SqlException failure) {
            if (!SqlException.isDuplicate(failure)) {
                throw failure;
            }
            // the process may have died between storing and applying it: apply it again, which changes nothing twice
            return database.withoutTransaction(sql -> sql.find(
                            "SELECT id FROM receipt WHERE fingerprint = ?", row -> row.getLong("id"), fingerprint)
                    .orElseThrow());
        }
    }

    private static Optional<Target> find(Sql sql, String gateway, Receipt receipt) {
        return receipt.attemptId()
                .flatMap(Ids::parse)
                .flatMap(id -> sql.find(Target.QUESTION + " AND a.id = ?", Target::read, gateway, id))
                .or(() -> receipt.providerMessageId()
                        .flatMap(id -> sql.find(
                                Target.QUESTION + " AND a.provider_message_id = ? ORDER BY a.id DESC",
                                Target::read,
                                gateway,
                                id)));
    }

    private static byte[] fingerprint(String gateway, Receipt receipt) {
        var text = String.join(
                "\n",
                gateway,
                receipt.attemptId().orElse(""),
                receipt.providerMessageId().orElse(""),
                receipt.state().name(),
                receipt.occurredAt().map(Instant::toString).orElse(""),
                receipt.code().orElse(""),
                receipt.raw());
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", missing);
        }
    }
}
