package org.bookbell.web.text;

import java.util.List;

/**
 * All texts in one language.
 *
 * @param back where set-up begins; empty for whoever may not see it
 */
record TextsView(String path, String back, String language, List<Language> languages, List<Line> lines) {

    /** One language to look at. */
    record Language(String tag, String name, boolean isShown) {}

    /** One text. */
    record Line(String path, String what, String to, String by, String whose, String text) {}
}
