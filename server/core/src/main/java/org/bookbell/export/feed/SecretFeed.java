package org.bookbell.export.feed;

/**
 * A feed whose secret was just drawn.
 *
 * @param token the secret of its address, shown this once; the server keeps its hash only
 */
public record SecretFeed(Feed feed, String token) {

    /** The path under which subscribers find it. */
    public String path() {
        return "/feeds/" + token + ".ics";
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SecretFeed[id=" + feed.id() + "]";
    }
}
