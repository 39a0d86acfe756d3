package org.bookbell.http.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bookbell.http.rule.Entries;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Template;
import org.bookbell.http.rule.Values;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.http.wire.Request.Header;

/** A header with placeholders, such as {@code X-Api-Key: {secret}}; all but the text may stand in one. */
public final class HeaderTemplate {

    /** RFC 9110, 5.6.2. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`~0-9A-Za-z-]+");

    /** RFC 9110, 5.5, without the obsolete characters beyond ASCII. */
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

    /** They belong to the connection or tell of the body: RFC 9110, 7.2, 7.6.1, 7.8, 8.6, 10.1.1; RFC 9112, 6.1. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "keep-alive",
            "upgrade",
            "te",
            "trailer",
            "content-length",
            "transfer-encoding",
            "expect",
            "accept-encoding");

    private static final Set<Placeholder> ALLOWED = EnumSet.complementOf(EnumSet.of(Placeholder.TEXT));

    private final String name;
    private final Template value;

    private HeaderTemplate(String name, Template value) {
        this.name = name;
        this.value = value;
    }

    /** A header whose name is right. */
    static HeaderTemplate of(String name, String value) {
        return new HeaderTemplate(name, Template.parse(value, ALLOWED));
    }

    /** Reads a list of headers. */
    public static List<HeaderTemplate> parseAll(String list) {
        return Entries.split(list).stream().map(HeaderTemplate::parse).toList();
    }

    /** Reads one header. */
    public static HeaderTemplate parse(String line) {
        var colon = line.indexOf(':');
        var name = colon < 0 ? "" : line.substring(0, colon).strip();
        if (!NAME.matcher(name).matches()) {
            throw new WrongRule("has a line that is no header; write Name: value, with | between headers.");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new WrongRule("sets " + name + ", which the connection sets by itself; leave it out.");
        }
        var value = line.substring(colon + 1).strip();
        if (!VALUE.matcher(value).matches()) {
            throw new WrongRule("has characters in " + name + " that headers cannot carry; write plain ASCII.");
        }
        return of(name, value);
    }

    public Set<Placeholder> placeholders() {
        return value.placeholders();
    }

    /** The header, or the name of what it cannot carry. */
    public Header fill(Values values) throws Unwritable {
        var filled = value.fill(values, UnaryOperator.identity());
        if (!VALUE.matcher(filled).matches()) {
            throw new Unwritable("The header " + name + " would hold characters that headers cannot carry.");
        }
        return new Header(name, filled);
    }
}
