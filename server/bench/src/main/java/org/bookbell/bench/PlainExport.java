package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.Vendor;
import org.bookbell.storage.Ids;
import org.jspecify.annotations.Nullable;

/** The columns of the CSV export by one query that is read as it comes, and FastCSV. */
final class PlainExport {

    private static final String QUERY =
            "SELECT a.id, a.status, a.starts_at, a.ends_at, s.name, f.name, c.name, c.email,"
                    + " c.mobile, c.phone, a.note, a.zone, a.created_at, a.changed_at, a.version, (SELECT MAX(m.state) FROM message m"
                    + " WHERE m.appointment_id = a.id AND m.occurrence = a.occurrence AND m.kind = 'REMINDER'"
                    + " AND m.recipient_kind = 'CLIENT') FROM appointment a JOIN service s ON s.id = a.service_id"
                    + " JOIN staff f ON f.id = a.staff_id LEFT JOIN client c ON c.id = a.client_id"
                    + " WHERE a.organization_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND a.status <> 'HELD'"
                    + " ORDER BY a.starts_at, a.id";
    private static final List<String> HEADINGS = List.of(
            "id",
            "status",
            "date",
            "startTime",
            "endTime",
            "service",
            "staff",
            "clientName",
            "clientEmail",
            "clientMobile",
            "clientPhone",
            "location",
            "note",
            "start",
            "end",
            "zone",
            "createdAt",
            "changedAt",
            "revision",
            "reminder");
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");
    private static final int ROWS_AT_ONCE = 500;

    private final Schema schema;
    private final long organization;

    PlainExport(Schema schema, long organization) {
        this.schema = schema;
        this.organization = organization;
    }

    /**
     * Writes for each line that it reads, and answers how many bytes.
     *
     * @param what kind, address, user and password of the database; organization; from; to
     */
    public static void main(String[] what) throws IOException {
        var schema = new Schema(Vendor.valueOf(what[0]), what[1], what[2], what[3]);
        var export = new PlainExport(schema, Long.parseLong(what[4]));
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (orders.readLine() != null) {
            System.out.println(export.write(LocalDateTime.parse(what[5]), LocalDateTime.parse(what[6])));
        }
    }

    /** Writes what begins from one moment to another, and answers how many bytes that are. */
    long write(LocalDateTime from, LocalDateTime to) {
        var out = new Counting();
        try (var connection = schema.connect();
                var statement = connection.prepareStatement(QUERY)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            Stored.bind(statement, organization, from, to);
            try (var rows = statement.executeQuery()) {
                write(rows, out);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return out.count;
    }

    private static void write(ResultSet rows, OutputStream out) throws SQLException, IOException {
        var text = new OutputStreamWriter(out, UTF_8);
        text.write('\uFEFF');
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(HEADINGS);
        while (rows.next()) {
            write(rows, csv);
        }
        csv.flush();
    }

    private static void write(ResultSet row, CsvWriter csv) throws SQLException {
        var start = row.getObject(3, LocalDateTime.class);
        var end = row.getObject(4, LocalDateTime.class);
        csv.writeRecord(
                Ids.text(row.getLong(1)),
                row.getString(2),
                DateTimeFormatter.ISO_LOCAL_DATE.format(start),
                HOURS.format(start),
                HOURS.format(end),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                phone(row.getString(9)),
                phone(row.getString(10)),
                "",
                row.getString(11),
                withOffset(start),
                withOffset(end),
                row.getString(12),
                withOffset(row.getObject(13, LocalDateTime.class)),
                withOffset(row.getObject(14, LocalDateTime.class)),
                row.getString(15),
                row.getString(16));
    }

    private static String phone(@Nullable String number) {
        return number == null ? "" : "tel:" + number;
    }

    private static String withOffset(LocalDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Takes what nobody reads. */
    private static final class Counting extends OutputStream {

        private long count;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] octets, int begin, int length) {
            count += length;
        }
    }
}
