package org.bookbell.web.page;

import java.util.List;
import java.util.Optional;

/**
 * What the layout shows around a page, and what every form needs.
 *
 * @param title what stands in the browser's tab
 * @param path where the page is
 * @param member the name of whoever signed in
 * @param organization the name of the organization that the page is about, for its members
 * @param host whose page a visitor looks at, and where its clients begin
 * @param links where the visitor may go from here
 * @param warnings what members should know on every page at the moment
 * @param csrf the token that forms send along; empty without a session
 */
public record Frame(
        String title,
        String path,
        Optional<String> member,
        Optional<String> organization,
        Optional<Link> host,
        List<Link> links,
        List<Notice> warnings,
        String csrf) {

    /** One entry of the navigation. */
    public record Link(String path, String text) {}

    /**
     * What members should know on every page.
     *
     * @param callList the path of the list of whom to call
     */
    public record Notice(String text, String callList) {}

    /** Whose pages these are, for the browser's tab. */
    public String owner() {
        return organization.or(() -> host.map(Link::text)).orElse("Bookbell");
    }

    /** The address of a script or style. */
    public String asset(String name) {
        return Assets.path(name);
    }
}
