package org.bookbell.export.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.spi.export.CsvCell;

/**
 * A file of comma-separated values as somebody sent it, read. Commas, semicolons or tabs separate the columns, whichever
 * the first line has most of.
 */
public final class CsvTable {

    /** How many bytes a file may have. */
    public static final int MOST_BYTES = 4 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final List<Field> fields;
    private final List<CsvLine> lines;

    private CsvTable(List<Field> fields, List<CsvLine> lines) {
        this.fields = List.copyOf(fields);
        this.lines = List.copyOf(lines);
    }

    /**
     * How the columns are named.
     *
     * @param columns the headings in the order of the columns, an empty one for a column that is left out; empty where
     *     the file's first line names them
     * @param hasHeader whether the first line is no data
     */
    public record Mapping(Optional<List<String>> columns, boolean hasHeader) {

        /** The first line names the columns. */
        public static final Mapping BY_HEADER = new Mapping(Optional.empty(), true);

        /** The columns are named by {@code columns}, separated by commas. */
        public static Mapping of(String columns, boolean hasHeader) {
            return new Mapping(Optional.of(List.of(columns.split(",", -1))), hasHeader);
        }
    }

    /** Reads a file; what cannot be read is told by {@code faults}. */
    static CsvTable read(byte[] content, Mapping mapping, FaultList faults) {
        var text = decode(content, faults);
        var records = parse(text, faults);
        faults.throwIfAny();
        var headings = mapping.columns()
                .orElseGet(() -> records.isEmpty() ? List.of() : records.get(0).getFields());
        if (headings.isEmpty()) {
            faults.add("lines", 1, "", "The file is empty.");
        }
        var fields = fields(headings, faults);
        faults.throwIfAny();
        var isHeaderThere = mapping.hasHeader() || mapping.columns().isEmpty();
        var lines = records.stream()
                .skip(isHeaderThere ? 1 : 0)
                .filter(each -> !each.getFields().stream().allMatch(String::isBlank))
                .flatMap(each -> line(each, fields, faults).stream())
                .toList();
        return new CsvTable(fields, lines);
    }

    List<CsvLine> lines() {
        return lines;
    }

    boolean has(Field field) {
        return fields.contains(field);
    }

    /** Tells the columns that are named but have no meaning in such a file. */
    void allowOnly(Set<Field> allowed, FaultList faults) {
        fields.stream()
                .filter(field -> field != Field.LEFT_OUT && !allowed.contains(field))
                .forEach(field -> faults.add(
                        "lines",
                        1,
                        field.heading(),
                        "Such a file has no column " + field.heading()
                                + "; leave it out by an empty name in columns."));
    }

    /** Tells that the file has more than so many lines. */
    void allowAtMost(int most, FaultList faults) {
        if (lines.size() > most) {
            faults.add("lines", 1, "", "The file has more than " + most + " lines; send it in parts.");
        }
    }

    private static String decode(byte[] content, FaultList faults) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        } catch (CharacterCodingException wrong) {
            faults.add("lines", 1, "", "The file is not written in UTF-8; save it as CSV UTF-8.");
            return "";
        }
    }

    private static List<CsvRecord> parse(String text, FaultList faults) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .stream()
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (CsvParseException wrong) {
            faults.add("lines", 1, "", "The file is no proper CSV; check its quotation marks.");
            return List.of();
        }
    }

    private static char separator(String text) {
        var firstLine = text.lines().findFirst().orElse("");
        var best = SEPARATORS[0];
        for (var each : SEPARATORS) {
            if (count(firstLine, each) > count(firstLine, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(each -> each == wanted).count();
    }

    private static List<Field> fields(List<String> headings, FaultList faults) {
        var seen = new HashSet<Field>();
        var fields = new ArrayList<Field>();
        for (var heading : headings) {
            var field = Field.find(heading);
            if (field.isEmpty()) {
                faults.add(
                        "lines", 1, "", "The column \"" + shortened(heading) + "\" is not known; name it by columns.");
            } else if (field.get() != Field.LEFT_OUT && !seen.add(field.get())) {
                faults.add("lines", 1, field.get().heading(), "Two columns have this name; leave one out by columns.");
            }
            fields.add(field.orElse(Field.LEFT_OUT));
        }
        return fields;
    }

    private static Optional<CsvLine> line(CsvRecord row, List<Field> fields, FaultList faults) {
        if (row.getFieldCount() != fields.size()) {
            faults.add(
                    "lines",
                    row.getStartingLineNumber(),
                    "",
                    "The line has " + row.getFieldCount() + " columns in place of " + fields.size() + ".");
            return Optional.empty();
        }
        var values = new EnumMap<Field, String>(Field.class);
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            if (field != Field.LEFT_OUT) {
                var cell = row.getField(i);
                values.put(field, field.isAddress() ? CsvCell.toAddress(cell) : CsvCell.toText(cell));
            }
        }
        return Optional.of(new CsvLine(row.getStartingLineNumber(), values));
    }

    private static String shortened(String heading) {
        return heading.length() <= 40 ? heading : heading.substring(0, 40) + "…";
    }
}
