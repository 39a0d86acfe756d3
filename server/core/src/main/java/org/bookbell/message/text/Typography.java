package org.bookbell.message.text;

import java.util.regex.Pattern;

/** Keeps texts within what their channel can show. */
final class Typography {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");
    private static final Pattern CONTROLS_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n]]+");

    private Typography() {}

    /** On one line, so that no value can forge a header or a second message. */
    static String line(String text) {
        return text.chars().anyMatch(Typography::isControl)
                ? CONTROLS.matcher(text).replaceAll(" ").strip()
                : text.strip();
    }

    /** Most values have none, and need no search by a pattern. */
    private static boolean isControl(int unit) {
        return unit < ' ' || unit == 0x7F || unit == 0x2028 || unit == 0x2029;
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
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString().replace("…", "...").strip();
    }

    private static char plain(char letter) {
        return switch (letter) {
            case '‘', '’', '‚', '‛', '′' -> '\'';
            case '“', '”', '„', '‟', '″', '«', '»' -> '"';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            // what Java's \h matches
            case '\t', 0xA0, 0x1680, 0x180E, 0x202F, 0x205F, 0x3000 -> ' ';
            default -> letter >= 0x2000 && letter <= 0x200A ? ' ' : letter;
        };
    }

    static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 3)).strip() + "...";
    }
}
