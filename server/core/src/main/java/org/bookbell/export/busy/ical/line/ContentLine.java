package org.bookbell.export.busy.ical.line;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One property (RFC 5545, 3.1), unfolded.
 *
 * @param number of its first line, from 1
 * @param name in capital letters
 * @param parameters by their names in capital letters, without quotes
 */
public record ContentLine(int number, String name, Map<String, String> parameters, String value) {

    static ContentLine of(int number, String text) throws UnreadableCalendar {
        var nameEnd = end(text, 0);
        if (nameEnd == text.length() || nameEnd == 0) {
            throw new UnreadableCalendar(number, "this is no property: a name and a colon are missing");
        }
        var parameters = new HashMap<String, String>();
        var at = nameEnd;
        while (at < text.length() && text.charAt(at) == ';') {
            var end = end(text, at + 1);
            addParameter(text.substring(at + 1, end), parameters);
            at = end;
        }
        if (at == text.length()) {
            throw new UnreadableCalendar(number, "this is no property: a colon is missing");
        }
        return new ContentLine(
                number, text.substring(0, nameEnd).toUpperCase(Locale.ROOT), parameters, text.substring(at + 1));
    }

    /** Where the next semicolon or colon outside quotes stands, or the text ends. */
    private static int end(String text, int from) {
        var isQuoted = false;
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == ';' || c == ':')) {
                return i;
            }
        }
        return text.length();
    }

    private static void addParameter(String text, Map<String, String> parameters) {
        var equals = text.indexOf('=');
        if (equals > 0) {
            parameters.put(
                    text.substring(0, equals).toUpperCase(Locale.ROOT),
                    text.substring(equals + 1).replace("\"", ""));
        }
    }

    public String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** Whether the value is {@code word}, in whatever letters. */
    boolean says(String word) {
        return value.strip().equalsIgnoreCase(word);
    }

    public UnreadableCalendar fault(String fault) {
        return new UnreadableCalendar(number, name + " " + fault);
    }
}
