package org.bookbell.vonage.hook;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.http.rule.Json;
import org.bookbell.spi.gateway.HookRequest;

/**
 * One call of the web hook. The dashboard lets one choose whether parameters come in the query of a GET, or in the form or
 * the JSON of a POST ("Webhooks"). Of parameters with one name the first counts, for the signature too.
 *
 * @param parameters by name, as they came
 * @param raw the query or the body
 */
record HookCall(Map<String, String> parameters, String raw) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static HookCall of(HookRequest request) {
        if (request.method().equals("GET") || request.body().length == 0) {
            return new HookCall(first(request.queryParameters()), request.query());
        }
        var isJson = request.header("Content-Type")
                .filter(type -> type.regionMatches(true, 0, "application/json", 0, 16))
                .isPresent();
        var body = request.text();
        return new HookCall(isJson ? members(body) : first(HookRequest.parameters(body)), body);
    }

    private static Map<String, String> first(Map<String, List<String>> all) {
        var parameters = new LinkedHashMap<String, String>();
        all.forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    private static Map<String, String> members(String body) {
        JsonObject object = Json.readObject(body)
                .orElseThrow(() -> new IllegalArgumentException("the body must be one object of JSON"));
        var parameters = new LinkedHashMap<String, String>();
        object.forEach((name, value) -> Json.text(value).ifPresent(text -> parameters.put(name, text)));
        return parameters;
    }

    /** A value, stripped; empty where there is none. */
    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Shows names only: the rest is personal. */
    @Override
    public String toString() {
        return "HookCall" + parameters.keySet();
    }
}
