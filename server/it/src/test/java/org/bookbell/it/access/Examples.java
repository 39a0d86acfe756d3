package org.bookbell.it.access;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The bodies that the description at {@code /openapi} gives as examples, about things of an organization. */
final class Examples {

    /** Members that name a thing, in whichever body. */
    private static final Map<String, Thing> NAMING = Map.of(
            "appointment", Thing.APPOINTMENT,
            "calendar", Thing.STAFF,
            "client", Thing.CLIENT,
            "hold", Thing.HOLD,
            "location", Thing.LOCATION,
            "service", Thing.SERVICE,
            "staff", Thing.STAFF);

    private final Map<String, JsonObject> bodies = new HashMap<>();
    private final Firm firm;

    private Examples(Firm firm) {
        this.firm = firm;
    }

    static Examples read(String description, Firm firm) {
        var examples = new Examples(firm);
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(description);
        object(document, "paths")
                .forEach((path, methods) -> object(methods)
                        .forEach((method, operation) ->
                                examples.add(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
        return examples;
    }

    private void add(String name, Object operation) {
        var json = object(object(object(operation, "requestBody"), "content"), "application/json");
        if (json.get("example") instanceof Map<?, ?> example) {
            bodies.put(name, Json.createObjectBuilder(filled(example)).build());
        }
    }

    /** The example for a route, if it takes a body. */
    Optional<JsonObject> find(Route route) {
        var name = route.name().replaceAll("\\?.*", "");
        return bodies.entrySet().stream()
                .filter(each -> name.matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Map<String, Object> filled(Map<?, ?> example) {
        var filled = new HashMap<String, Object>();
        example.forEach((name, value) -> filled.put(String.valueOf(name), filled(String.valueOf(name), value)));
        return filled;
    }

    private Object filled(String name, Object value) {
        if (value instanceof Map<?, ?> object) {
            return filled(object);
        }
        if (value instanceof java.util.List<?> list) {
            return list.stream().map(each -> filled(name, each)).toList();
        }
        return value instanceof String && NAMING.containsKey(name) ? firm.thing(NAMING.get(name)) : value;
    }

    private static Map<String, Object> object(Object from, String name) {
        return object(object(from).getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
