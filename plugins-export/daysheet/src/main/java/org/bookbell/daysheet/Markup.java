package org.bookbell.daysheet;

/** Writes what people typed so that it stays text. */
final class Markup {

    private static final int REPLACEMENT = 0xFFFD;

    private Markup() {}

    /** For the content of an element or a quoted attribute; line breaks are kept, what XML 1.0 §2.2 forbids is replaced. */
    static String text(String typed) {
        var text = new StringBuilder(typed.length() + 16);
        typed.codePoints().forEach(character -> append(text, character));
        return text.toString();
    }

    private static void append(StringBuilder text, int character) {
        switch (character) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            default -> text.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
        }
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    /** A string of a style sheet (CSS Syntax 3 §4.3.7), with nothing that would end it or the element around it. */
    static String string(String typed) {
        var text = new StringBuilder("\"");
        typed.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || " .,:/()·–-+".indexOf(character) >= 0) {
                text.appendCodePoint(character);
            } else {
                text.append("\\%x ".formatted(isAllowed(character) ? character : REPLACEMENT));
            }
        });
        return text.append('"').toString();
    }
}
