package org.bookbell.web.call;

import jakarta.ws.rs.core.Cookie;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The request that is being answered. */
public class Call {

    private String method = "GET";
    private String path = "/";
    private boolean forPage;
    private byte[] body = new byte[0];
    private Optional<String> idempotencyKey = Optional.empty();
    private Supplier<Map<String, Cookie>> cookies = Map::of;

    protected Call() {}

    void begin(String method, String path, boolean forPage, Optional<String> idempotencyKey) {
        this.method = method;
        this.path = path;
        this.forPage = forPage;
        this.idempotencyKey = idempotencyKey;
    }

    void bring(Supplier<Map<String, Cookie>> cookies) {
        this.cookies = cookies;
    }

    void carry(byte[] body) {
        this.body = body;
    }

    public String method() {
        return method;
    }

    /** The path from the root, with its leading slash. */
    public String path() {
        return path;
    }

    /** Whether a person looks at the answer, so that a refusal is a page too. */
    public boolean isForPage() {
        return forPage;
    }

    /** The body as it came, empty where there is none. */
    public byte[] body() {
        return body;
    }

    /** The {@code Idempotency-Key} that came with it. */
    public Optional<String> idempotencyKey() {
        return idempotencyKey;
    }

    /** The value of a cookie that came with it. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get().get(name)).map(Cookie::getValue);
    }
}
