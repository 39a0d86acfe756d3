package org.bookbell.message.text;

import java.util.regex.Pattern;

/** Keeps texts within what their channel can show. */
final class Typography {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");
    private static final Pattern CONTROLS_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n]]+");
    private static final Pattern SPACES = Pattern.compile("[\\h&&[^ ]]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[‘’‚‛′]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[“”„‟″«»]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−]");

    private Typography() {}

    /** On one line, so that no value can forge a header or a second message. */
    static String line(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    /** With line breaks, but without any other control character. */
    static String paragraphs(String text) {
        return CONTROLS_BUT_LINES
                .matcher(text.replace("\r\n", "\n"))
                .replaceAll("")
                .strip();
    }

    /** With the plain punctuation of the GSM alphabet, so that a curly quote does not double the price; names stay. */
    static String sms(String text) {
        var plain = SPACES.matcher(text).replaceAll(" ");
        plain = SINGLE_QUOTES.matcher(plain).replaceAll("'");
        plain = DOUBLE_QUOTES.matcher(plain).replaceAll("\"");
        return DASHES.matcher(plain).replaceAll("-").replace("…", "...").strip();
    }

    static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 3)).strip() + "...";
    }
}
