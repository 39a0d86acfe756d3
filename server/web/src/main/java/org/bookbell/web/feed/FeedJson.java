package org.bookbell.web.feed;

import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.export.feed.Fetch;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/**
 * A feed as the API shows it.
 *
 * @param address where subscribers find it, in the answer that makes its secret only
 */
record FeedJson(
        String id,
        FeedKind kind,
        Optional<String> staff,
        Optional<String> client,
        Detail detail,
        boolean alarms,
        int daysBack,
        int daysAhead,
        int version,
        String createdAt,
        Optional<String> revokedAt,
        Optional<String> lastFetchedAt,
        Optional<String> lastFetchedBy,
        Optional<String> nextExpectedAt,
        Optional<String> address) {

    static FeedJson of(Feed feed, Optional<String> address, ZoneId zone) {
        var subject = Optional.of(Ids.text(feed.subjectId()));
        return new FeedJson(
                Ids.text(feed.id()),
                feed.kind(),
                subject.filter(id -> feed.kind() == FeedKind.STAFF),
                subject.filter(id -> feed.kind() == FeedKind.CLIENT),
                feed.view().detail(),
                feed.view().alarms(),
                feed.view().daysBack(),
                feed.view().daysAhead(),
                feed.version(),
                Times.text(feed.createdAt(), zone),
                feed.revokedAt().map(at -> Times.text(at, zone)),
                feed.lastFetch().map(Fetch::at).map(at -> Times.text(at, zone)),
                feed.lastFetch().map(Fetch::by),
                feed.lastFetch().map(Fetch::nextExpectedAt).map(at -> Times.text(at, zone)),
                address);
    }
}
