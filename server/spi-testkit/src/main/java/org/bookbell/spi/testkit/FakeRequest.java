package org.bookbell.spi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookRequest;

/**
 * A request that a {@link FakeHttpProvider} got, as it came.
 *
 * @param method such as {@code POST}
 * @param path percent-encoded as it was sent, without the query
 * @param query what follows the question mark as it was sent; empty where there is none
 * @param headers all values by name, whose case does not count
 * @param body the bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeRequest(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** The parameters of the query, decoded, in their order. */
    public Map<String, List<String>> queryParameters() {
        return HookRequest.parameters(query);
    }

    /** The body read as a form, decoded, in its order, whatever its type says. */
    public Map<String, List<String>> formParameters() {
        return HookRequest.parameters(text());
    }
}
