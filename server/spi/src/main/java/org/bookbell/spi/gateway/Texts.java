package org.bookbell.spi.gateway;

/** What texts of providers must endure to fit. */
final class Texts {

    private Texts() {}

    /** {@code text}, or its first {@code length} characters or one fewer, so that no pair of surrogates is split. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
