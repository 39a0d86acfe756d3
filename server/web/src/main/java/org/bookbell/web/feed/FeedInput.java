package org.bookbell.web.feed;

import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.export.feed.FeedView;
import org.bookbell.export.feed.NewFeed;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads what feed is wanted. */
final class FeedInput {

    private FeedInput() {}

    static NewFeed read(Input in) {
        var kind = in.get("kind", Kind.choice(FeedKind.class));
        var staff = in.find("staff", Kind.ID);
        var client = in.find("client", Kind.ID);
        var view = view(in);
        in.check(
                !in.isPresent("kind") || staff.isPresent() == (kind == FeedKind.STAFF),
                "staff",
                "Name the staff member for a feed of the kind STAFF, and for no other.");
        in.check(
                !in.isPresent("kind") || client.isPresent() == (kind == FeedKind.CLIENT),
                "client",
                "Name the client for a feed of the kind CLIENT, and for no other.");
        in.orThrow();
        return new NewFeed(kind, staff.or(() -> client).orElse(0L), view);
    }

    static FeedView view(Input in) {
        return new FeedView(
                in.get("detail", Kind.choice(Detail.class), FeedView.USUAL.detail()),
                in.get("alarms", Kind.FLAG, FeedView.USUAL.alarms()),
                in.get("daysBack", Kind.number(0, FeedView.MOST_DAYS_BACK), FeedView.USUAL.daysBack()),
                in.get("daysAhead", Kind.number(1, FeedView.MOST_DAYS_AHEAD), FeedView.USUAL.daysAhead()));
    }
}
