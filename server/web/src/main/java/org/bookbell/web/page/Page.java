package org.bookbell.web.page;

import java.util.Optional;

/**
 * A page to be written.
 *
 * @param template the template's path without its ending, such as {@code booking/today}
 * @param title what stands in the browser's tab
 * @param view what the template shows
 * @param fragment whether it is only a part that a script puts into the page that is open
 * @param host whose page it is, where the address does not say so
 */
public record Page(String template, String title, Object view, boolean fragment, Optional<Frame.Link> host) {

    /** A whole page. */
    public static Page of(String template, String title, Object view) {
        return new Page(template, title, view, false, Optional.empty());
    }

    /** The same page, as one of an organization whose clients begin at {@code path}. */
    public Page hostedBy(String name, String path) {
        return new Page(template, title, view, fragment, Optional.of(new Frame.Link(path, name)));
    }

    /** A part of a page. */
    public static Page fragment(String template, Object view) {
        return new Page(template, "", view, true, Optional.empty());
    }
}
