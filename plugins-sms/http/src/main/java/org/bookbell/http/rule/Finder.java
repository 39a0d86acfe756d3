package org.bookbell.http.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Where a value stands in an answer: a path into JSON if it begins with {@code $}, otherwise a regular expression. */
public sealed interface Finder {

    /** All values, in their order; none where it stands nowhere. */
    List<String> all(Document document);

    /** The first value that is not blank. */
    default Optional<String> first(Document document) {
        return all(document).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    static Finder parse(String text) {
        if (JsonPath.isPath(text)) {
            return new ByPath(JsonPath.parse(text));
        }
        try {
            return new ByExpression(Pattern.compile(text));
        } catch (PatternSyntaxException wrong) {
            throw new WrongRule("is no regular expression (" + wrong.getDescription()
                    + "); write one, or a path that begins with $.");
        } catch (StackOverflowError wrong) {
            throw new WrongRule("is a regular expression with too many parentheses; write a shorter one.");
        }
    }

    /** Reads JSON. */
    record ByPath(JsonPath path) implements Finder {

        @Override
        public List<String> all(Document document) {
            return document.json().map(path::textsIn).orElse(List.of());
        }
    }

    /** Reads any text: what the first group matched, or the whole match where there is no group. */
    record ByExpression(Pattern pattern) implements Finder {

        private static final int MOST = 100;

        @Override
        public List<String> all(Document document) {
            var values = new ArrayList<String>();
            try {
                var matcher = pattern.matcher(new BoundedText(document.text()));
                while (values.size() < MOST && matcher.find()) {
                    var value = matcher.group(Math.min(1, matcher.groupCount()));
                    values.add(value == null ? "" : value);
                }
            } catch (BoundedText.Exhausted | StackOverflowError careless) {
                // Java's expressions recurse, and the text is the provider's
                return List.of();
            }
            return values;
        }
    }
}
