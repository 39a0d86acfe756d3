package org.bookbell.export.archive.file;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.export.CsvCell;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;

/** What stands in a column: how it is read from the database, written, and read back. */
public enum CellKind {
    ID("is no id; an id has 13 characters of 0-9 and A-Z") {
        @Override
        Optional<?> read(Row row, String column) throws SQLException {
            return row.findLong(column);
        }

        @Override
        String write(Object value) {
            return Ids.text((Long) value);
        }

        @Override
        Optional<?> parse(String text) {
            return Ids.parse(text);
        }
    },
    NUMBER("is no whole number") {
        @Override
        Optional<?> read(Row row, String column) throws SQLException {
            return row.findLong(column);
        }

        @Override
        Optional<?> parse(String text) {
            return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }
    },
    FLAG("is neither true nor false") {
        @Override
        Optional<?> read(Row row, String column) throws SQLException {
            return Optional.of(row.isTrue(column));
        }

        @Override
        Optional<?> parse(String text) {
            return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
        }
    },
    TIME("is no instant such as 2026-11-30T09:00:00Z") {
        @Override
        Optional<?> read(Row row, String column) throws SQLException {
            return row.findInstant(column);
        }

        @Override
        Optional<?> parse(String text) {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException wrong) {
                return Optional.empty();
            }
        }
    },
    ZONE("is no time zone") {
        @Override
        Optional<?> parse(String text) {
            return ZoneId.getAvailableZoneIds().contains(text) || text.equals("Z")
                    ? Optional.of(text)
                    : Optional.empty();
        }
    },
    /** A word of the server's own: a constant, a code, a language. */
    WORD("is no such word") {
        @Override
        Optional<?> parse(String text) {
            return Optional.of(text);
        }
    },
    /** What people, or gateways, wrote. */
    TEXT("is no text") {
        @Override
        String guarded(String text) {
            return CsvCell.ofText(text);
        }

        @Override
        Optional<?> parse(String text) {
            return Optional.of(text);
        }

        @Override
        String bare(String cell) {
            return CsvCell.toText(cell);
        }
    },
    /** A phone number in E.164 or an e-mail address. */
    ADDRESS("is no address") {
        @Override
        String guarded(String text) {
            return CsvCell.ofAddress(text);
        }

        @Override
        Optional<?> parse(String text) {
            return Optional.of(text);
        }

        @Override
        String bare(String cell) {
            return CsvCell.toAddress(cell);
        }
    },
    /** A phone number in E.164. */
    PHONE("is no phone number such as tel:+12125550123") {
        @Override
        String guarded(String text) {
            return CsvCell.ofAddress(text);
        }

        @Override
        Optional<?> parse(String text) {
            return E164.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        }

        @Override
        String bare(String cell) {
            return CsvCell.toAddress(cell);
        }
    },
    /** What a message tells: JSON, without the secret of the client's link. */
    FACTS("is no JSON object") {
        @Override
        Optional<?> read(Row row, String column) throws SQLException {
            return row.findText(column).map(json -> LINK.matcher(json).replaceAll(NO_LINK));
        }

        @Override
        Optional<?> parse(String text) {
            return text.startsWith("{") && text.endsWith("}") ? Optional.of(text) : Optional.empty();
        }
    };

    /** How facts tell that there is no link; inside of a text the quotation marks would be escaped. */
    public static final String NO_LINK = "\"selfToken\":null";

    private static final Pattern LINK = Pattern.compile("\"selfToken\":\"[^\"]*\"");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{3,14}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final String complaint;

    CellKind(String complaint) {
        this.complaint = complaint;
    }

    /** The value of a row. */
    Optional<?> read(Row row, String column) throws SQLException {
        return row.findText(column);
    }

    /** A value as text. */
    String write(Object value) {
        return value.toString();
    }

    /** A value's text as it stands in CSV. */
    String guarded(String text) {
        return text;
    }

    /** The value's text that stands in a cell. */
    String bare(String cell) {
        return cell;
    }

    /** The value that a text writes, if it does. */
    abstract Optional<?> parse(String text);

    /** What is wrong with a text that writes no value. */
    String complaint() {
        return complaint;
    }
}
