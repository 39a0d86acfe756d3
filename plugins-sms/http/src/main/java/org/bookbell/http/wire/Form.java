package org.bookbell.http.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.bookbell.http.wire.Request.Body;

/** Parameters as forms write them (URL Standard, 5.2), in the order of their map. */
public final class Form {

    private static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /** The parameters as what follows the question mark of an address. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The parameters as what is posted. */
    public static Body body(Map<String, String> parameters) {
        return new Body(TYPE, query(parameters).getBytes(US_ASCII));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
