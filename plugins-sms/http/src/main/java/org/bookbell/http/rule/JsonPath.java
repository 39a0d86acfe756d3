package org.bookbell.http.rule;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path into JSON: the part of JSONPath (RFC 9535) that answers of gateways need, which is the root {@code $} followed by
 * names ({@code .name}, {@code ['name']}), indexes ({@code [0]}, {@code [-1]}) and wildcards ({@code .*}, {@code [*]}).
 * Neither filters, slices nor descendants.
 */
public final class JsonPath {

    private static final Pattern STEP =
            Pattern.compile("\\.([\\w-]+)|\\.(\\*)|\\[\\s*(?:'([^']*)'|\"([^\"]*)\"|(-?\\d{1,9})|(\\*))\\s*]");

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** One selector: the values to which it leads from a value. */
    private interface Step {
        Stream<JsonValue> from(JsonValue value);
    }

    public static JsonPath parse(String path) {
        var steps = new ArrayList<Step>();
        var matcher = STEP.matcher(path);
        var at = 1;
        while (at < path.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new WrongRule("is \"" + path + "\"; write a path such as $.messages[0].id, without filters.");
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new JsonPath(steps);
    }

    /** Whether {@code text} is meant as a path. */
    public static boolean isPath(String text) {
        return text.startsWith("$");
    }

    /** Where the path leads, in the order of the document; nowhere if a name or an index is not there. */
    public List<JsonValue> in(JsonValue root) {
        var found = Stream.of(root);
        for (var step : steps) {
            found = found.flatMap(step::from);
        }
        return found.toList();
    }

    /** The texts to which the path leads: strings, numbers and truth values; no objects, arrays or nulls. */
    public List<String> textsIn(JsonValue root) {
        return in(root).stream().flatMap(value -> Json.text(value).stream()).toList();
    }

    private static Step step(Matcher matcher) {
        for (var group : new int[] {1, 3, 4}) {
            var name = matcher.group(group);
            if (name != null) {
                return value ->
                        value instanceof JsonObject object ? Stream.ofNullable(object.get(name)) : Stream.empty();
            }
        }
        var index = matcher.group(5);
        return index == null ? JsonPath::children : element(Integer.parseInt(index));
    }

    private static Step element(int index) {
        return value -> {
            if (!(value instanceof JsonArray array)) {
                return Stream.empty();
            }
            var at = index < 0 ? array.size() + index : index;
            return at >= 0 && at < array.size() ? Stream.of(array.get(at)) : Stream.empty();
        };
    }

    private static Stream<JsonValue> children(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream();
        }
        return value instanceof JsonObject object ? object.values().stream() : Stream.empty();
    }
}
