package org.bookbell.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.List;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedSubjects;
import org.bookbell.export.feed.SecretFeed;
import org.bookbell.storage.Ids;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.PublicUrl;
import org.bookbell.web.feed.AccountView.Line;
import org.bookbell.web.feed.AccountView.Made;
import org.bookbell.web.page.Words;

/** Gathers what the page tells of feeds. */
@Dependent
class AccountShown {

    private static final String GOOGLE = "https://calendar.google.com/calendar/r?cid=";

    private final FeedSubjects subjects;
    private final PublicUrl publicUrl;
    private final Visit visit;
    private final Clock clock;

    @Inject
    AccountShown(FeedSubjects subjects, PublicUrl publicUrl, Visit visit, Clock clock) {
        this.subjects = subjects;
        this.publicUrl = publicUrl;
        this.visit = visit;
        this.clock = clock;
    }

    /** Those that are not revoked. */
    List<Line> lines(List<Feed> feeds) {
        return feeds.stream().filter(each -> !each.isRevoked()).map(this::line).toList();
    }

    private Line line(Feed feed) {
        return new Line(
                Ids.text(feed.id()),
                subjects.nameOf(feed),
                FeedWords.what(feed.view()),
                Words.moment(feed.changedAt(), visit.organization().zone()),
                FeedWords.fetched(feed, clock.instant()));
    }

    /** The scheme {@code webcal} lets a phone open its calendar rather than its browser. */
    Made made(SecretFeed made) {
        var https = publicUrl.of(made.path());
        var webcal = https.replaceFirst("^https?:", "webcal:");
        return new Made(
                subjects.nameOf(made.feed()),
                https,
                webcal,
                GOOGLE + URLEncoder.encode(webcal, UTF_8),
                QrCode.of(webcal));
    }
}
