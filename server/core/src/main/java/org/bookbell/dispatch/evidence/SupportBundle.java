package org.bookbell.dispatch.evidence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;

/**
 * Writes what the support of a gateway's provider asks for as a ZIP: each attempt of a time with its ids, times and state, and
 * every receipt as it came, without full numbers, names and texts. It is written while it is read, some hundred attempts at a
 * time, and ends after {@link #MOST_ATTEMPTS}.
 */
@Dependent
public class SupportBundle {

    /** How many attempts one bundle holds at most. */
    public static final int MOST_ATTEMPTS = 50_000;

    /** The longest time that one bundle may be about. */
    public static final Duration LONGEST = Duration.ofDays(31);

    private static final int AT_ONCE = 500;
    /** How long before its submission an attempt may have got its id. */
    private static final Duration BEGUN_BEFORE = Duration.ofMinutes(10);

    private static final String ATTEMPTS = "SELECT a.id, a.provider_message_id, m.channel, m.address, a.state,"
            + " a.submitted_at, a.answered_at, a.settled_at, a.code, a.detail, a.segments FROM attempt a"
            + " JOIN message m ON m.id = a.message_id WHERE a.id > ? AND a.id < ? AND a.gateway = ?"
            + " AND a.submitted_at >= ? AND a.submitted_at < ? ORDER BY a.id LIMIT " + AT_ONCE;
    private static final String RECEIPTS = "SELECT id, attempt_id, provider_message_id, state, code, network,"
            + " occurred_at, received_at, raw FROM receipt WHERE attempt_id IN ";

    private final JobsDatabase database;

    @Inject
    public SupportBundle(JobsDatabase database) {
        this.database = database;
    }

    /** What a bundle is about; {@code until} is not in it any more. */
    public record Period(String gateway, Instant from, Instant until) {

        public Period {
            if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("period must be of 1 ms to 31 days but was " + from + "/" + until);
            }
        }
    }

    /** Writes the bundle and leaves {@code out} open. */
    public void write(Period period, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("attempts.csv"));
        long attempts = writeAttempts(period, zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("receipts.csv"));
        long receipts = writeReceipts(period, zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("README.txt"));
        zip.write(BundleReadme.of(period, attempts, receipts).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private long writeAttempts(Period period, OutputStream out) throws IOException {
        var lines = new CsvLines(out);
        lines.write(BundledAttempt.HEAD);
        long count = 0;
        var pages = new Pages(period);
        for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (var attempt : page) {
                lines.write(attempt.fields());
            }
            count += page.size();
        }
        lines.flush();
        return count;
    }

    private long writeReceipts(Period period, OutputStream out) throws IOException {
        var lines = new CsvLines(out);
        lines.write(BundledReceipt.HEAD);
        long count = 0;
        var pages = new Pages(period);
        for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (var receipt : receipts(page)) {
                lines.write(receipt.fields());
                count++;
            }
        }
        lines.flush();
        return count;
    }

    private List<BundledReceipt> receipts(List<BundledAttempt> page) {
        var addresses = page.stream().collect(Collectors.toMap(BundledAttempt::id, BundledAttempt::address));
        return database.withoutTransaction(sql -> receipts(sql, addresses));
    }

    private static List<BundledReceipt> receipts(Sql sql, Map<Long, String> addresses) {
        return sql.list(
                RECEIPTS + Sql.marks(addresses.size()) + " ORDER BY attempt_id, id",
                row -> BundledReceipt.read(row, addresses),
                addresses.keySet().toArray());
    }

    /** The attempts of a period, page by page in the order of their ids. */
    private final class Pages {

        private final Period period;
        private final long end;
        private long after;
        private int left = MOST_ATTEMPTS;

        Pages(Period period) {
            this.period = period;
            this.after = Ids.firstAt(period.from().minus(BEGUN_BEFORE));
            this.end = Ids.firstAt(period.until().plus(BEGUN_BEFORE));
        }

        List<BundledAttempt> next() {
            if (left <= 0) {
                return List.of();
            }
            var page = new ArrayList<>(database.withoutTransaction(sql -> sql.list(
                    ATTEMPTS, BundledAttempt::read, after, end, period.gateway(), period.from(), period.until())));
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).id();
                left -= page.size();
            }
            return page;
        }
    }
}
