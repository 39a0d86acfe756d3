package org.bookbell.http.request;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Values;
import org.bookbell.http.wire.Request;
import org.bookbell.http.wire.Request.Header;
import org.bookbell.http.wire.Target;

/**
 * A request with placeholders.
 *
 * @param query parameters that follow those of the address
 */
public record RequestTemplate(
        String method,
        AddressTemplate address,
        Optional<FormTemplate> query,
        List<HeaderTemplate> headers,
        Optional<BodyTemplate> body) {

    public RequestTemplate {
        headers = List.copyOf(headers);
    }

    public Target target() {
        return address.target();
    }

    /** All placeholders in it. */
    public Set<Placeholder> placeholders() {
        var all = EnumSet.noneOf(Placeholder.class);
        all.addAll(address.placeholders());
        query.ifPresent(parameters -> all.addAll(parameters.placeholders()));
        headers.forEach(header -> all.addAll(header.placeholders()));
        body.ifPresent(content -> all.addAll(content.placeholders()));
        return all;
    }

    public Request fill(Values values) throws Unwritable {
        var filled = new ArrayList<Header>();
        for (var header : headers) {
            filled.add(header.fill(values));
        }
        var content = body.isPresent() ? Optional.of(body.get().fill(values)) : Optional.<Request.Body>empty();
        return new Request(method, path(values), List.copyOf(filled), content);
    }

    private String path(Values values) {
        var path = address.fill(values);
        var parameters = query.map(given -> given.write(values)).orElse("");
        if (parameters.isEmpty()) {
            return path;
        }
        return path + (path.contains("?") ? "&" : "?") + parameters;
    }

    @Override
    public String toString() {
        return "RequestTemplate[" + method + "]";
    }
}
