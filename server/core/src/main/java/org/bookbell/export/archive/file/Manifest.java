package org.bookbell.export.archive.file;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.storage.Ids;

/**
 * The last file of an archive: what the others are. An archive without it broke off.
 *
 * @param asOf when the archive was begun
 */
public record Manifest(long organizationId, String slug, String name, Instant asOf, List<Entry> files) {

    public static final String FILE = "manifest.json";

    /** Raised when older servers can no longer read what is written. */
    static final int VERSION = 1;

    private static final String FORMAT = "bookbell-archive";
    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * One file.
     *
     * @param rows how many rows it has, 0 where it is no table
     * @param sha256 the digest of its content, in hexadecimal digits
     */
    public record Entry(String name, long rows, long bytes, String sha256) {}

    public Manifest {
        files = List.copyOf(files);
    }

    public String toJson() {
        var entries = JSON.createArrayBuilder();
        files.forEach(file -> entries.add(JSON.createObjectBuilder()
                .add("name", file.name())
                .add("rows", file.rows())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        var root = JSON.createObjectBuilder()
                .add("format", FORMAT)
                .add("version", VERSION)
                .add("asOf", asOf.toString())
                .add(
                        "organization",
                        JSON.createObjectBuilder()
                                .add("id", Ids.text(organizationId))
                                .add("slug", slug)
                                .add("name", name))
                .add("files", entries)
                .add("leftOut", JSON.createArrayBuilder(LeftOut.SENTENCES))
                .build();
        var text = new StringWriter();
        try (var writer = JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(root);
        }
        return text.toString();
    }

    /** The version that a manifest says it has, or empty where it is no manifest at all. */
    static Optional<Integer> versionOf(String json) {
        return parse(json)
                .filter(root -> FORMAT.equals(root.getString("format", "")))
                .map(root -> root.getInt("version", 0));
    }

    /** Reads what {@link #toJson} wrote; empty where it is anything else. */
    public static Optional<Manifest> read(String json) {
        return parse(json).flatMap(Manifest::of);
    }

    private static Optional<Manifest> of(JsonObject root) {
        try {
            var organization = root.getJsonObject("organization");
            var files = root.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                    .map(file -> new Entry(
                            file.getString("name"),
                            file.getJsonNumber("rows").longValueExact(),
                            file.getJsonNumber("bytes").longValueExact(),
                            file.getString("sha256")))
                    .toList();
            return Ids.parse(organization.getString("id"))
                    .map(id -> new Manifest(
                            id,
                            organization.getString("slug"),
                            organization.getString("name"),
                            Instant.parse(root.getString("asOf")),
                            files));
        } catch (NullPointerException | ClassCastException | ArithmeticException | DateTimeException otherwise) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> parse(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return Optional.of(reader.readObject());
        } catch (JsonException noObject) {
            return Optional.empty();
        }
    }
}
