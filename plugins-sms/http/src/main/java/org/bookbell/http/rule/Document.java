package org.bookbell.http.rule;

import jakarta.json.JsonValue;
import java.util.Optional;

/** A text that may be JSON, which is read when somebody asks for it; used by one thread. */
public final class Document {

    private final String text;
    private Optional<JsonValue> json = Optional.empty();
    private boolean isRead;

    public Document(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The text read; empty if it is no JSON. */
    public Optional<JsonValue> json() {
        if (!isRead) {
            json = Json.read(text);
            isRead = true;
        }
        return json;
    }
}
