package org.bookbell.web.page;

/**
 * A page to be written.
 *
 * @param template the template's path without its ending, such as {@code booking/today}
 * @param title what stands in the browser's tab
 * @param view what the template shows
 * @param fragment whether it is only a part that a script puts into the page that is open
 */
public record Page(String template, String title, Object view, boolean fragment) {

    /** A whole page. */
    public static Page of(String template, String title, Object view) {
        return new Page(template, title, view, false);
    }

    /** A part of a page. */
    public static Page fragment(String template, Object view) {
        return new Page(template, "", view, true);
    }
}
