package org.bookbell.web.choice;

/**
 * Somebody's own choices as members see them.
 *
 * @param back where the member came from, and {@code backText} its words
 * @param appointment whose page that is; empty if none's
 */
record ChoicesView(
        String title,
        String back,
        String backText,
        String appointment,
        ChoicesForm form,
        String notice,
        String refusal) {}
