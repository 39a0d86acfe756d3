package org.bookbell.dispatch.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * How often each recipient of a batch was told something today, by hashes: addresses are nobody's business here. The
 * organization's counters are locked while they are read and written, so that there is no race for a row.
 */
final class Recipients {

    private static final int DAYS_KEPT = 2;
    private static final HexFormat HEX = HexFormat.of();

    private final Map<Long, byte[]> subjects;
    private final Map<String, Long> stored;
    private final Map<String, Long> used;

    private Recipients(Map<Long, byte[]> subjects, Map<String, Long> stored) {
        this.subjects = subjects;
        this.stored = stored;
        this.used = new HashMap<>(stored);
    }

    /** Reads what is known of those recipients of {@code messages} that are counted. */
    static Recipients read(Sql sql, List<Guarded> messages, Map<Long, Limits> limits, Instant now) {
        var subjects = new HashMap<Long, byte[]>();
        for (var message : messages) {
            limitOf(message, limits).ifPresent(limit -> subjects.put(message.messageId(), subject(message, now)));
        }
        return new Recipients(subjects, stored(sql, List.copyOf(subjects.values())));
    }

    private static Map<String, Long> stored(Sql sql, List<byte[]> subjects) {
        var stored = new HashMap<String, Long>();
        if (!subjects.isEmpty()) {
            sql.list(
                            "SELECT subject, used FROM guard_recipient WHERE subject IN " + Sql.marks(subjects.size()),
                            row -> Map.entry(HEX.formatHex(row.getBytes("subject")), row.getLong("used")),
                            subjects.toArray())
                    .forEach(each -> stored.put(each.getKey(), each.getValue()));
        }
        return stored;
    }

    private static Optional<Long> limitOf(Guarded message, Map<Long, Limits> limits) {
        return Optional.ofNullable(limits.get(message.organizationId()))
                .map(each -> each.of(message.channel()).perRecipient())
                .filter(limit -> limit > 0 && message.isForAnybodyElse());
    }

    private static byte[] subject(Guarded message, Instant now) {
        var day = now.atZone(message.zone()).toLocalDate();
        var text = message.organizationId() + "\n" + message.channel() + "\n" + message.address() + "\n" + day;
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", missing);
        }
    }

    boolean hasRoom(Guarded message, long limit) {
        return name(message).map(name -> used.getOrDefault(name, 0L) < limit).orElse(true);
    }

    void count(Guarded message) {
        name(message).ifPresent(name -> used.merge(name, 1L, Long::sum));
    }

    private Optional<String> name(Guarded message) {
        return Optional.ofNullable(subjects.get(message.messageId())).map(HEX::formatHex);
    }

    void write(Sql sql, Instant now) {
        var added = new ArrayList<@Nullable Object[]>();
        var changed = new ArrayList<@Nullable Object[]>();
        used.forEach((name, count) -> {
            var before = stored.get(name);
            var subject = HEX.parseHex(name);
            if (before == null) {
                added.add(new @Nullable Object[] {subject, count, now.plus(DAYS_KEPT, ChronoUnit.DAYS)});
            } else if (before < count) {
                changed.add(new @Nullable Object[] {count, subject});
            }
        });
        sql.insertAll("INSERT INTO guard_recipient (subject, used, expires_at) VALUES (?, ?, ?)", added);
        sql.batch("UPDATE guard_recipient SET used = ? WHERE subject = ?", changed);
    }
}
