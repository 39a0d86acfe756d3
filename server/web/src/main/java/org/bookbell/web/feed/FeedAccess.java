package org.bookbell.web.feed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import org.bookbell.access.Permission;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.export.feed.FeedSetup;
import org.bookbell.export.feed.NewFeed;
import org.bookbell.export.feed.SecretFeed;
import org.bookbell.web.access.Visit;

/** Feeds as far as the caller may have them: managers everybody's, staff those of their own calendar. */
@Dependent
public class FeedAccess {

    private final FeedSetup setup;
    private final Visit visit;

    @Inject
    FeedAccess(FeedSetup setup, Visit visit) {
        this.setup = setup;
        this.visit = visit;
    }

    List<Feed> list() {
        return setup.list(visit.organizationId()).stream()
                .filter(each -> visit.may(Permission.MANAGE) || isOwn(each))
                .toList();
    }

    private boolean isOwn(Feed feed) {
        var own = visit.caller().staffIdIn(visit.organizationId());
        return feed.kind() == FeedKind.STAFF && own.equals(OptionalLong.of(feed.subjectId()));
    }

    Feed get(long id) {
        var feed = setup.get(visit.organizationId(), id);
        require(feed.kind(), feed.subjectId());
        return feed;
    }

    SecretFeed create(NewFeed wish) {
        require(wish.kind(), wish.subjectId());
        return setup.create(visit.actor(), visit.organizationId(), wish);
    }

    SecretFeed rotate(long id) {
        get(id);
        return setup.rotate(visit.actor(), visit.organizationId(), id);
    }

    void revoke(long id) {
        get(id);
        setup.revoke(visit.actor(), visit.organizationId(), id);
    }

    private void require(FeedKind kind, long subjectId) {
        if (kind == FeedKind.STAFF) {
            visit.requireCalendar(subjectId);
        } else {
            visit.caller().require(Permission.MANAGE, visit.organizationId());
        }
    }
}
