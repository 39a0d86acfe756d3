package org.bookbell.export.archive.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bookbell.client.ContactKind;
import org.bookbell.export.imports.FaultList;

/** Reads the rows of an archive's files one after the other; what is wrong is told and left out. */
public final class LineReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_ROW = 1 << 20;
    private static final Map<String, String> TABLES_OF_KINDS =
            Map.of(ContactKind.CLIENT.name(), "clients", ContactKind.STAFF.name(), "staff");

    private final ArchiveZip zip;
    private final KnownIds known;
    private final FaultList faults;

    public LineReader(ArchiveZip zip, KnownIds known, FaultList faults) {
        this.zip = zip;
        this.known = known;
        this.faults = faults;
    }

    /** Hands the rows of a file over as they are read, and compares their number with the manifest's. */
    public void read(Table table, Consumer<Line> taker) throws IOException {
        try (var csv = CsvReader.builder()
                .maxBufferSize(LONGEST_ROW)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(zip.read(table.file()), StandardCharsets.UTF_8.newDecoder()))) {
            var records = csv.iterator();
            if (!records.hasNext() || !headings(records.next()).equals(table.headings())) {
                faults.add(table.file(), 1, "", "The header must be " + String.join(",", table.headings()) + ".");
                return;
            }
            var count = 0L;
            for (; records.hasNext(); count++) {
                var next = records.next();
                read(table, table.file(), next.getStartingLineNumber(), next.getFields(), taker);
            }
            compareCount(table.file(), count);
        } catch (CsvParseException wrong) {
            faults.add(table.file(), "The file is no proper CSV: " + wrong.getMessage() + ".");
        } catch (UncheckedIOException wrong) {
            throw wrong.getCause() instanceof CharacterCodingException ? notUtf8(table.file(), wrong) : wrong;
        }
    }

    /** Hands over the rows that stand in {@link OrganizationJson}. */
    public void readJson(Table table, Consumer<Line> taker) throws IOException {
        var objects = OrganizationJson.read(table, zip.text(OrganizationJson.FILE));
        if (objects.isEmpty()) {
            faults.add(OrganizationJson.FILE, "The file is no JSON with settings and locations.");
        }
        for (var cells : objects.orElse(List.of())) {
            read(table, OrganizationJson.FILE, 1, cells, taker);
        }
    }

    private static List<String> headings(CsvRecord header) {
        var names = new ArrayList<>(header.getFields());
        names.set(0, names.get(0).replaceFirst("^" + BYTE_ORDER_MARK, ""));
        return names;
    }

    private void compareCount(String file, long rows) {
        var told = zip.find(file).map(Manifest.Entry::rows).orElse(0L);
        if (told != rows) {
            faults.add(file, "The file has " + rows + " rows, and the manifest tells " + told + ".");
        }
    }

    private RuntimeException notUtf8(String file, RuntimeException wrong) {
        faults.add(file, "The file is not written in UTF-8.");
        faults.throwIfAny();
        return wrong;
    }

    private void read(Table table, String file, long number, List<String> cells, Consumer<Line> taker) {
        if (cells.size() != table.columns().size()) {
            faults.add(file, number, "", "The row has not " + table.columns().size() + " columns.");
            return;
        }
        var before = faults.count();
        var values = new HashMap<String, Object>();
        for (var i = 0; i < cells.size(); i++) {
            var column = table.columns().get(i);
            var text = column.kind().bare(cells.get(i));
            if (!text.isEmpty()) {
                put(values, column, text, file, number);
            } else if (column.kind() == CellKind.TEXT && !column.isOptional()) {
                values.put(column.sql(), "");
            } else if (!column.isOptional()) {
                faults.add(file, number, column.name(), "A value is missing.");
            }
        }
        if (table.is(Tables.MESSAGES)) {
            checkWhom(new Whom("recipient_kind", "recipient_id", "recipient"), values, file, number);
        }
        if (table.is(Tables.FEEDS)) {
            checkWhom(new Whom("kind", "subject_id", "subject"), values, file, number);
        }
        if (values.get("id") instanceof Long id) {
            known.add(table.name(), id);
        }
        if (faults.count() == before) {
            taker.accept(new Line(table, number, values));
        }
    }

    private void put(Map<String, Object> values, Column column, String text, String file, long number) {
        var value = column.parse(text);
        if (value.isEmpty()) {
            faults.add(file, number, column.name(), "The value " + column.complaint() + ".");
            return;
        }
        values.put(column.sql(), value.get());
        if (!column.refersTo().isEmpty() && !known.contains(column.refersTo(), (Long) value.get())) {
            faults.add(
                    file,
                    number,
                    column.name(),
                    "There is no such row in " + String.join(" or ", column.refersTo()) + ".");
        }
    }

    /** The columns that name a client or a staff member, and the heading of the second. */
    private record Whom(String kind, String id, String heading) {}

    /** Whoever is named must be of this organization: messages may be sent to them again, and feeds show what is theirs. */
    private void checkWhom(Whom whom, Map<String, Object> values, String file, long number) {
        var table = TABLES_OF_KINDS.get(String.valueOf(values.get(whom.kind())));
        if (table != null && values.get(whom.id()) instanceof Long id && !known.contains(List.of(table), id)) {
            faults.add(file, number, whom.heading(), "There is no such row in " + table + ".");
        }
    }
}
