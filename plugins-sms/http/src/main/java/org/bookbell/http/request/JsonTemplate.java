package org.bookbell.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.http.rule.Json;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Template;
import org.bookbell.http.rule.Values;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.http.wire.Request.Body;

/**
 * JSON with placeholders in its strings, such as {@code {"to": ["{to}"], "validity": {validitySeconds}}}. One that stands
 * without quotes becomes a number or a truth value where it spells one. A string whose placeholders all stand for nothing is
 * left out with its name.
 */
public final class JsonTemplate implements BodyTemplate {

    /** What stands in a string is passed over. */
    private static final Pattern BARE = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\")|\\{([A-Za-z][A-Za-z0-9]*)}");

    /** Begins a string that stood without quotes. */
    private static final String MARK = "\u0000";

    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    private final Node root;

    private JsonTemplate(Node root) {
        this.root = root;
    }

    /** A value with placeholders in it. */
    private sealed interface Node {

        /** The value; empty where nothing is left of it. */
        Optional<JsonValue> fill(Values values);

        Stream<Placeholder> placeholders();
    }

    private record Members(Map<String, Node> nodes) implements Node {

        @Override
        public Optional<JsonValue> fill(Values values) {
            var object = Json.object();
            nodes.forEach((name, node) -> node.fill(values).ifPresent(value -> object.add(name, value)));
            return Optional.of(object.build());
        }

        @Override
        public Stream<Placeholder> placeholders() {
            return nodes.values().stream().flatMap(Node::placeholders);
        }
    }

    private record Elements(List<Node> nodes) implements Node {

        @Override
        public Optional<JsonValue> fill(Values values) {
            var array = Json.array();
            nodes.forEach(node -> node.fill(values).ifPresent(array::add));
            return Optional.of(array.build());
        }

        @Override
        public Stream<Placeholder> placeholders() {
            return nodes.stream().flatMap(Node::placeholders);
        }
    }

    private record Text(Template template, boolean isBare) implements Node {

        @Override
        public Optional<JsonValue> fill(Values values) {
            if (template.isVoid(values)) {
                return Optional.empty();
            }
            var text = template.fill(values, UnaryOperator.identity());
            return Optional.of(isBare ? bare(text) : Json.string(text));
        }

        @Override
        public Stream<Placeholder> placeholders() {
            return template.placeholders().stream();
        }
    }

    private record Constant(JsonValue value) implements Node {

        @Override
        public Optional<JsonValue> fill(Values values) {
            return Optional.of(value);
        }

        @Override
        public Stream<Placeholder> placeholders() {
            return Stream.empty();
        }
    }

    public static JsonTemplate parse(String json) {
        return Json.read(withQuotes(json))
                .filter(value -> value instanceof JsonObject || value instanceof JsonArray)
                .map(root -> new JsonTemplate(node(root)))
                .orElseThrow(() ->
                        new WrongRule("is no JSON; write an object such as {\"to\": \"{to}\", \"text\": \"{text}\"}."));
    }

    private static String withQuotes(String json) {
        return BARE.matcher(json)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "\"\\u0000{" + found.group(2) + "}\"" : found.group(1)));
    }

    private static Node node(JsonValue value) {
        if (value instanceof JsonObject object) {
            var members = new LinkedHashMap<String, Node>();
            object.forEach((name, member) -> members.put(name, node(member)));
            return new Members(members);
        }
        if (value instanceof JsonArray array) {
            return new Elements(array.stream().map(JsonTemplate::node).toList());
        }
        return value instanceof JsonString string ? text(string.getString()) : new Constant(value);
    }

    private static Text text(String text) {
        var isBare = text.startsWith(MARK);
        var template = Template.parse(isBare ? text.substring(1) : text);
        for (var placeholder : template.placeholders()) {
            if (isBare && !placeholder.mayBeBare()) {
                throw new WrongRule("holds " + placeholder + " without quotes; put it into quotes.");
            }
        }
        return new Text(template, isBare);
    }

    private static JsonValue bare(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Json.number(Long.parseLong(text));
        }
        return switch (text) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            default -> Json.string(text);
        };
    }

    @Override
    public Body fill(Values values) {
        var json = root.fill(values).map(Json::write).orElse("");
        return new Body("application/json", json.getBytes(UTF_8));
    }

    @Override
    public Set<Placeholder> placeholders() {
        return root.placeholders().collect(Collectors.toUnmodifiableSet());
    }
}
