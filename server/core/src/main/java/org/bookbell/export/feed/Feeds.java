package org.bookbell.export.feed;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.bookbell.access.Secrets;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.ReadModel;

/** Finds feeds as subscribers ask for them. */
@ReadModel
public class Feeds {

    static final Row.Reader<Feed> FEED = Feed::read;
    static final String SELECT = "SELECT " + Feed.COLUMNS + " FROM feed";

    private final Sql sql;
    private final Fetches fetches;
    private final Clock clock;

    @Inject
    public Feeds(Sql sql, Fetches fetches, Clock clock) {
        this.sql = sql;
        this.fetches = fetches;
        this.clock = clock;
    }

    /**
     * The feed with that secret that is not revoked. Any text takes the same way, a hash and one look-up by it, so that
     * the time it takes tells nothing.
     */
    public Optional<Feed> find(String token) {
        return sql.find(SELECT + " WHERE token_hash = ? AND revoked_at IS NULL", FEED, (Object) Secrets.hash(token));
    }

    /** Notes that {@code agent}, by the header {@code User-Agent}, has asked for {@code feed}. */
    public void noteFetch(Feed feed, String agent) {
        var now = clock.instant();
        if (feed.lastFetch().filter(last -> !last.isToNote(now)).isEmpty()) {
            fetches.note(feed.id(), Subscriber.nameOf(agent));
        }
    }
}
