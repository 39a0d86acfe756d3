package org.bookbell.web.input;

import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;

/** Reads a JSON body; a member given twice is refused. */
@Provider
@Endpoint
@Consumes(MediaType.APPLICATION_JSON)
public class JsonInput implements MessageBodyReader<Input> {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS =
            JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

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
        return read(body.readAllBytes());
    }

    static Input read(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException wrong) {
            throw malformed("The body is not written in UTF-8.");
        }
        if (parse(body) instanceof JsonObject object) {
            return Input.of(object, Input.Source.JSON);
        }
        throw malformed("The body must be a JSON object.");
    }

    /**
     * The reader refuses members given twice but takes a second document, the parser does the reverse. Some faults, such
     * as too deep nesting, are plain RuntimeExceptions.
     */
    private static JsonValue parse(byte[] body) {
        try (var parser = PARSERS.createParser(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
                var reader = READERS.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            while (parser.hasNext()) {
                parser.next();
            }
            return reader.readValue();
        } catch (RuntimeException wrong) {
            throw malformed("The body is no JSON document; check brackets, quotes, commas and members given twice.");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }
}
