package org.bookbell.web.input;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bookbell.problem.Fault;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The values of one request. A wrong value is noted and answered by a stand-in, so that all faults are found: read
 * everything, call {@link #orThrow()}, and only then use what was read.
 */
public final class Input {

    private static final int MOST_TEXT = 4000;
    private static final Input NOTHING = new Input(JsonValue.EMPTY_JSON_OBJECT, "/", Source.FORM, new Faults());

    private final JsonObject values;
    private final String prefix;
    private final Source source;
    private final Faults faults;
    private final Set<String> known = new TreeSet<>();
    private final List<Input> children = new ArrayList<>();

    /** Where the values come from: only JSON has types, and a form may carry more than is read. */
    enum Source {
        JSON,
        FORM,
        QUERY
    }

    private Input(JsonObject values, String prefix, Source source, Faults faults) {
        this.values = values;
        this.prefix = prefix;
        this.source = source;
        this.faults = faults;
    }

    static Input of(JsonObject values, Source source) {
        return new Input(values, source == Source.QUERY ? "?" : "/", source, new Faults());
    }

    /** The value of {@code name}; it is a fault if there is none. */
    public <T> T get(String name, Kind<T> kind) {
        return find(name, kind).orElseGet(() -> {
            faults.check(
                    isPresent(name),
                    pointer(name),
                    source == Source.FORM ? "Fill this in." : "A value for \"" + name + "\" is missing.");
            return kind.standIn();
        });
    }

    /** The value of {@code name}, or {@code otherwise} where it is absent. */
    public <T> T get(String name, Kind<T> kind, T otherwise) {
        return find(name, kind).orElse(otherwise);
    }

    /** The value of {@code name}, empty where it is absent or null. */
    public <T> Optional<T> find(String name, Kind<T> kind) {
        known.add(name);
        return value(name).flatMap(value -> read(pointer(name), value, kind));
    }

    /** What shall become of a text: null if it stays as it is, blank if it is taken away by a JSON null. */
    public @Nullable String change(String name, Kind<String> kind) {
        return find(name, kind).orElse(values.containsKey(name) ? "" : null);
    }

    /** The values of the array {@code name}, at most {@code max}; none where it is absent. */
    public <T> List<T> list(String name, int max, Kind<T> kind) {
        var result = new ArrayList<T>();
        for (var each : array(name, max)) {
            read(pointer(name) + "/" + result.size(), each, kind)
                    .ifPresentOrElse(result::add, () -> result.add(kind.standIn()));
        }
        return result;
    }

    /** The object {@code name}; it is a fault if there is none. */
    public Input object(String name) {
        return findObject(name).orElseGet(() -> {
            faults.check(isPresent(name), pointer(name), "An object \"" + name + "\" is missing.");
            return NOTHING;
        });
    }

    /** The object {@code name}, empty where it is absent or null. */
    public Optional<Input> findObject(String name) {
        known.add(name);
        return value(name).flatMap(value -> child(pointer(name), value));
    }

    /** The objects of the array {@code name}, at most {@code max}; none where it is absent. */
    public List<Input> objects(String name, int max) {
        var result = new ArrayList<Input>();
        for (var each : array(name, max)) {
            result.add(child(pointer(name) + "/" + result.size(), each).orElse(NOTHING));
        }
        return result;
    }

    /** Notes a fault of the value of {@code name} unless {@code allowed}. */
    public void check(boolean allowed, String name, String detail) {
        faults.check(allowed, pointer(name), detail);
    }

    /** Notes faults that somebody else found, each unless its value is known to be wrong already. */
    public void add(List<Fault> found) {
        var wrong = faults.list().stream().map(Fault::pointer).collect(Collectors.toSet());
        found.stream()
                .filter(fault -> !wrong.contains(fault.pointer()))
                .forEach(fault -> faults.add(fault.pointer(), fault.detail()));
    }

    /** Whether {@code name} has a value, right or wrong. */
    public boolean isPresent(String name) {
        return value(name).isPresent();
    }

    /** The value as it was given, to be shown again beside its fault; empty where it is absent. */
    public String raw(String name) {
        return values.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /** All texts as they were given, by name; a field may be given more than once. */
    public Map<String, List<String>> texts() {
        var texts = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> texts.put(name, textsOf(value)));
        return texts;
    }

    /** Every value, none of which is unknown here; each must be a text. */
    public Map<String, String> allTexts() {
        var texts = new LinkedHashMap<String, String>();
        values.keySet().forEach(name -> find(name, Kind.text(0, MOST_TEXT)).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    /** Refuses the request with every fault found, if there is one. */
    public void orThrow() {
        if (source != Source.FORM) {
            refuseUnknown();
        }
        faults.throwIfAny();
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> value != JsonValue.NULL && (source == Source.JSON || !isBlank(value)));
    }

    private void refuseUnknown() {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                faults.add(
                        pointer(name),
                        "\"" + shorten(name) + "\" is not known here; known are " + String.join(", ", known) + ".");
            }
        }
        children.forEach(Input::refuseUnknown);
    }

    private <T> Optional<T> read(String pointer, JsonValue value, Kind<T> kind) {
        try {
            return Optional.of(kind.read(value, source != Source.JSON));
        } catch (WrongValueException wrong) {
            faults.add(pointer, wrong.sentence());
            return Optional.empty();
        }
    }

    private List<JsonValue> array(String name, int max) {
        known.add(name);
        var value = value(name).orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (!(value instanceof JsonArray array)) {
            faults.check(source != Source.JSON, pointer(name), "\"" + name + "\" must be an array.");
            return source == Source.JSON ? List.of() : List.of(value);
        }
        faults.check(array.size() <= max, pointer(name), "\"" + name + "\" may have at most " + max + " elements.");
        return array.subList(0, Math.min(max, array.size()));
    }

    private Optional<Input> child(String pointer, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            faults.add(pointer, "The value must be an object.");
            return Optional.empty();
        }
        var child = new Input(object, pointer + "/", source, faults);
        children.add(child);
        return Optional.of(child);
    }

    private static List<String> textsOf(JsonValue value) {
        var all = value instanceof JsonArray array ? array : List.of(value);
        return all.stream()
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .toList();
    }

    private static boolean isBlank(JsonValue value) {
        return value instanceof JsonString text && text.getString().isBlank();
    }

    private static String shorten(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private String pointer(String name) {
        return prefix + shorten(name).replace("~", "~0").replace("/", "~1");
    }
}
