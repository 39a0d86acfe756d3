package org.bookbell.it.server;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** What the server answered. */
public record Answer(int status, HttpResponse<String> response) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response);
    }

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonObject json() {
        return parse().asJsonObject();
    }

    public JsonArray array() {
        return parse().asJsonArray();
    }

    private JsonStructure parse() {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.read();
        }
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.request().uri().getPath() + " -> " + status + " "
                + response.body();
    }
}
