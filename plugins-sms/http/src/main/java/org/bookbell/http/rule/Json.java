package org.bookbell.http.rule;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;

/** JSON by the provider that the server has, which is looked for once. */
public final class Json {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** {@code text} read, if it is JSON and nothing else. */
    public static Optional<JsonValue> read(String text) {
        try (var parser = PROVIDER.createParser(new StringReader(text))) {
            parser.next();
            var value = parser.getValue();
            return parser.hasNext() ? Optional.empty() : Optional.of(value);
        } catch (RuntimeException none) {
            // not only JsonException: Parsson says by a bare one that a text is nested too deeply
            return Optional.empty();
        }
    }

    /** {@code text} read, if it is one object and nothing else. */
    public static Optional<JsonObject> readObject(String text) {
        return read(text).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** A string, a number or a truth value as text; empty for anything else. */
    public static Optional<String> text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
            case NULL, ARRAY, OBJECT -> Optional.empty();
        };
    }

    /** The text of a member; empty where there is none. */
    public static Optional<String> find(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).flatMap(Json::text);
    }

    /** A string as a value. */
    public static JsonValue string(String text) {
        return PROVIDER.createValue(text);
    }

    /** A whole number as a value. */
    public static JsonValue number(long number) {
        return PROVIDER.createValue(number);
    }

    /** A new object. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** A new array. */
    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** {@code value} as text. */
    public static String write(JsonValue value) {
        var text = new StringWriter();
        try (var writer = PROVIDER.createWriter(text)) {
            writer.write(value);
        }
        return text.toString();
    }
}
