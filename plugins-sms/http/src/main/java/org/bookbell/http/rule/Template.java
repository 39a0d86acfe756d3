package org.bookbell.http.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text with placeholders such as {@code {to}}. */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Words, or what stands for some. */
    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Hole(Placeholder placeholder) implements Part {}

    /** Reads a template that may hold any placeholder. */
    public static Template parse(String text) {
        return parse(text, EnumSet.allOf(Placeholder.class));
    }

    /** Reads a template that may hold some placeholders. */
    public static Template parse(String text, Set<Placeholder> allowed) {
        var parts = new ArrayList<Part>();
        var matcher = PLACEHOLDER.matcher(text);
        var at = 0;
        while (matcher.find()) {
            var placeholder = Placeholder.find(matcher.group(1)).filter(allowed::contains);
            if (placeholder.isEmpty()) {
                throw new WrongRule("holds " + matcher.group() + ", which is no placeholder here; there are "
                        + names(allowed) + ".");
            }
            addLiteral(parts, text.substring(at, matcher.start()));
            parts.add(new Hole(placeholder.get()));
            at = matcher.end();
        }
        addLiteral(parts, text.substring(at));
        return new Template(parts);
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Literal(text));
        }
    }

    private static String names(Set<Placeholder> allowed) {
        return EnumSet.copyOf(allowed).stream().map(Placeholder::toString).collect(Collectors.joining(", "));
    }

    /** The placeholders that it holds. */
    public Set<Placeholder> placeholders() {
        return parts.stream()
                .flatMap(part -> part instanceof Hole hole ? Stream.of(hole.placeholder()) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing of it is left where its placeholders stand for nothing, though it has some. */
    public boolean isVoid(Values values) {
        return !parts.isEmpty()
                && parts.stream()
                        .allMatch(part -> part instanceof Hole hole
                                && values.get(hole.placeholder()).isEmpty());
    }

    /** The text; what placeholders stand for is escaped, the rest is as it was written. */
    public String fill(Values values, UnaryOperator<String> escape) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Hole hole) {
                text.append(escape.apply(values.get(hole.placeholder())));
            }
        }
        return text.toString();
    }
}
