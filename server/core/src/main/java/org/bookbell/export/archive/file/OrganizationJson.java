package org.bookbell.export.archive.file;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one file of an archive that is no table: the organization's settings and its locations. */
public final class OrganizationJson {

    public static final String FILE = "organization.json";

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String SETTINGS = "settings";
    private static final String LOCATIONS = "locations";

    private OrganizationJson() {}

    /** Writes them and answers how many rows of tables that are. */
    public static long write(TableRows rows, OutputStream out) throws IOException {
        var settings = rows.of(Tables.ORGANIZATION).findFirst().orElseThrow();
        var count = 1L;
        var locations = JSON.createArrayBuilder();
        for (var each : rows.of(Tables.LOCATIONS).toList()) {
            locations.add(object(each));
            count++;
        }
        var root = JSON.createObjectBuilder()
                .add(SETTINGS, object(settings))
                .add(LOCATIONS, locations)
                .build();
        var text = new StringWriter();
        try (var writer = JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(root);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        return count;
    }

    /** The cells of the objects of a table in this file, in the order of its columns; empty where it is none. */
    static Optional<List<List<String>>> read(Table table, String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            var root = reader.readObject();
            var objects = table.is(Tables.ORGANIZATION)
                    ? JSON.createArrayBuilder()
                            .add(root.getJsonObject(SETTINGS))
                            .build()
                    : root.getJsonArray(LOCATIONS);
            return Optional.of(cells(table, objects));
        } catch (JsonException | ClassCastException | NullPointerException otherwise) {
            return Optional.empty();
        }
    }

    private static JsonObject object(Line line) {
        var object = JSON.createObjectBuilder();
        var texts = line.texts();
        for (var i = 0; i < texts.size(); i++) {
            var column = line.table().columns().get(i);
            object.add(
                    column.name(),
                    texts.get(i).map(text -> value(column.kind(), text)).orElse(JsonValue.NULL));
        }
        return object.build();
    }

    private static JsonValue value(CellKind kind, String text) {
        return switch (kind) {
            case NUMBER -> JSON.createValue(Long.parseLong(text));
            case FLAG -> text.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
            default -> JSON.createValue(text);
        };
    }

    private static List<List<String>> cells(Table table, JsonArray objects) {
        var lines = new ArrayList<List<String>>();
        for (var object : objects.getValuesAs(JsonObject.class)) {
            lines.add(table.columns().stream()
                    .map(column -> column.kind().guarded(text(object.getOrDefault(column.name(), JsonValue.NULL))))
                    .toList());
        }
        return lines;
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE
                ? value.toString()
                : "";
    }
}
