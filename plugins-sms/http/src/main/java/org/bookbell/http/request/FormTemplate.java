package org.bookbell.http.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Template;
import org.bookbell.http.rule.Values;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.http.wire.Request.Body;

/**
 * Parameters such as {@code to={to}&text={text}}: a form (application/x-www-form-urlencoded), or what follows the question
 * mark of an address. What stands there literally is percent-encoded already; a parameter whose placeholders all stand for
 * nothing is left out.
 */
public final class FormTemplate implements BodyTemplate {

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~%!$'()*+,;:@/?=\\[\\]{}-]*");

    private final List<Parameter> parameters;

    private FormTemplate(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    private record Parameter(String name, Template value) {}

    public static FormTemplate parse(String form) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : form.strip().split("&", -1)) {
            if (!LITERAL.matcher(pair).matches()) {
                throw new WrongRule(
                        "holds characters that parameters must not; percent-encode them, such as %20 for a space.");
            }
            var at = pair.indexOf('=');
            if (at < 1 || pair.substring(0, at).contains("{")) {
                throw new WrongRule(
                        "is no list of parameters; write name=value&name=value, such as to={to}&text={text}.");
            }
            parameters.add(new Parameter(pair.substring(0, at), Template.parse(pair.substring(at + 1))));
        }
        return new FormTemplate(parameters);
    }

    /** The parameters, encoded. */
    String write(Values values) {
        return parameters.stream()
                .filter(parameter -> !parameter.value().isVoid(values))
                .map(parameter -> parameter.name() + "=" + parameter.value().fill(values, Escapes::url))
                .collect(Collectors.joining("&"));
    }

    @Override
    public Body fill(Values values) {
        return new Body("application/x-www-form-urlencoded", write(values).getBytes(US_ASCII));
    }

    @Override
    public Set<Placeholder> placeholders() {
        return parameters.stream()
                .flatMap(parameter -> parameter.value().placeholders().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
