package org.bookbell.spi.testkit;

import java.util.stream.Stream;

/** Texts that a plugin must endure. */
final class Texts {

    private Texts() {}

    static Stream<String> any() {
        return Stream.of(
                "a",
                "a".repeat(160),
                "a".repeat(161),
                "a".repeat(1_600),
                "€[]{}~^|\\".repeat(30),
                "ж".repeat(71),
                "😀".repeat(800),
                "Zoë 明日 غدًا מחר",
                "two\nlines\n\nand a dot\n.\n",
                "tab\tand\u00a0space\u200b",
                "<b>&amp;</b> \"quotes\" 'and' %s ${x} {{y}}",
                "unpaired \ud800 surrogate");
    }
}
