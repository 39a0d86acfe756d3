package org.bookbell.web.page;

/**
 * What the layout shows around a page.
 *
 * @param title what stands in the browser's tab
 */
public record Frame(String title) {

    /** The address of a script or style. */
    public String asset(String name) {
        return Assets.path(name);
    }
}
