package org.bookbell.clickatell.hook;

import jakarta.json.JsonObject;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.http.rule.Json;

/** The members of an object of JSON, which has its characters right already. */
final class Members implements Item {

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Members(JsonObject object) {
        object.forEach((name, value) -> Json.text(value).ifPresent(text -> values.put(name, text)));
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> text(String name, Charset charset) {
        return Optional.ofNullable(values.get(name));
    }
}
