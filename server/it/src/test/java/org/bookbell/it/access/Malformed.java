package org.bookbell.it.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies that no program should send, and values that no member should have. */
final class Malformed {

    private static final String LONG = "x".repeat(10_000);
    private static final int DEEP = 5_000;
    /** Without {@code -Pfull}: one body of so many is sent, and one that is refused of so many again. */
    private static final int SENT = 3;

    private static final int SENT_AGAIN = 4;
    private static final boolean FULL = Boolean.getBoolean("bookbell.it.full");

    /** In no encoding of Unicode, or in another one than UTF-8. */
    private static final List<String> BYTES =
            List.of("7b22c328223a317d", "7b22c080223a317d", "ff", "fffe7b007d00", "00");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "[]",
            "null",
            "true",
            "3",
            "\"text\"",
            "{",
            "{\"name\":",
            "{\"name\":\"x\"",
            "{}{}",
            "{} // no more",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"name\":\"\u0000\"}",
            "{name:1}",
            "{\"a\":NaN}",
            "{\"a\":1e400}",
            "{\"formless\":true}",
            "{}",
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));

    /** Written as they stand in JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "1e999999999",
            "1e-999999999",
            "9".repeat(400),
            "0.5",
            "\"\"",
            "\"" + LONG + "\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"ZZZZZZZZZZZZZ\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "[]",
            "[null,[],{}]",
            "{}",
            "{\"formless\":[" + LONG.replace("x", "1,") + "1]}");

    private Malformed() {}

    /** Which of all are sent to what has this name: all with {@code -Pfull}, else others for each name. */
    static <T> List<T> some(String name, List<T> all) {
        return FULL ? all : each(SENT, name.hashCode(), all);
    }

    /** Which of those that were refused are sent again, to see that they leave no trace: all with {@code -Pfull}. */
    static <T> List<T> again(List<T> refused) {
        return FULL ? refused : each(SENT_AGAIN, 0, refused);
    }

    private static <T> List<T> each(int step, int first, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> Math.floorMod(i - first, step) == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Bodies of no form at all. */
    static Stream<byte[]> bodies() {
        return Stream.concat(
                TEXTS.stream().map(text -> text.getBytes(UTF_8)), BYTES.stream().map(HexFormat.of()::parseHex));
    }

    /** {@code whole}, with one member or element after the other taken away or replaced by each such value. */
    static Stream<byte[]> variantsOf(JsonObject whole) {
        var variants = new ArrayList<String>();
        for (var name : whole.keySet()) {
            variants.add(without(whole, name).toString());
            nested(whole.get(name)).forEach(inner -> variants.add(with(whole, name, inner)));
            VALUES.forEach(value -> variants.add(with(whole, name, value)));
        }
        variants.add(with(whole, "formless", "true"));
        return variants.stream().map(text -> text.getBytes(UTF_8));
    }

    /** The variants of an object, or of the first one in a list. */
    private static Stream<String> nested(JsonValue value) {
        if (value instanceof JsonObject object) {
            return variantsOf(object).map(bytes -> new String(bytes, UTF_8));
        }
        if (value instanceof JsonArray array && !array.isEmpty()) {
            var elements = array.get(0) instanceof JsonObject object
                    ? variantsOf(object).map(bytes -> new String(bytes, UTF_8))
                    : VALUES.stream();
            return elements.map(element -> "[" + element + "]");
        }
        return Stream.empty();
    }

    private static String with(JsonObject whole, String name, String value) {
        var rest = without(whole, name).toString();
        var comma = rest.equals("{}") ? "" : ",";
        return rest.substring(0, rest.length() - 1) + comma + "\"" + name + "\":" + value + "}";
    }

    private static JsonObject without(JsonObject whole, String name) {
        return Json.createObjectBuilder(whole).remove(name).build();
    }

    /** What a field of a form may be sent as, encoded. */
    static List<String> fields() {
        return List.of(
                "",
                "%00",
                "%ED%A0%80",
                "%FF%FE",
                "%F0%9F%98%80",
                "-1",
                "99999999999999999999",
                "ZZZZZZZZZZZZZ",
                "%3Cscript%3E",
                LONG);
    }

    /** Forms of no form at all. */
    static List<String> forms() {
        return List.of(
                "", "&", "=", "=x", "%", "%zz=1", "a=%", "a=%FF", "formless=1&formless=2", "a".repeat(10_000) + "=1");
    }
}
