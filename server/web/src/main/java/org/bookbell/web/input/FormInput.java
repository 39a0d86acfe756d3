package org.bookbell.web.input;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;

/** Reads a form's body; an empty field counts as absent, a field given twice as a list. */
@Provider
@Endpoint
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FormInput implements MessageBodyReader<Input> {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Input.class;
    }

    @Override
    public Input readFrom(
            Class<Input> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }

    static Input of(String body) {
        return Input.of(object(parse(body)), Input.Source.FORM);
    }

    /** The query of an address, where every name must be known. */
    public static Input ofQuery(Map<String, List<String>> query) {
        return Input.of(object(query), Input.Source.QUERY);
    }

    /** The fields of an encoded form by name. */
    public static Map<String, List<String>> parse(String body) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.computeIfAbsent(decode(name), any -> new ArrayList<>()).add(decode(value));
            }
        }
        return fields;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The form is not encoded as a form should be.");
        }
    }

    private static JsonObject object(Map<String, List<String>> fields) {
        var object = JSON.createObjectBuilder();
        fields.forEach((name, values) -> {
            if (values.size() == 1) {
                object.add(name, values.get(0));
            } else {
                object.add(name, JSON.createArrayBuilder(values));
            }
        });
        return object.build();
    }
}
