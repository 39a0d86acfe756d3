package org.bookbell.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.export.feed.FeedView;
import org.bookbell.export.feed.Fetch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT20S   | Google Calendar | last fetched by Google Calendar just now, next expected in 11 h",
                "PT6H    | Google Calendar | last fetched by Google Calendar 6 h ago, next expected in 6 h",
                "PT59M   | vdirsyncer      | last fetched by vdirsyncer 59 min ago, next expected in 1 min",
                "PT3H    | curl            | last fetched by curl 3 h ago, next expected since 2 h",
                "PT72H   | Google Calendar | last fetched by Google Calendar 3 days ago, next expected since 2 days"
            })
    void the_last_fetch_is_told_with_the_next(Duration ago, String by, String words) {
        assertThat(FeedWords.fetched(feed(Optional.of(new Fetch(NOW.minus(ago), by))), NOW))
                .isEqualTo(words);
    }

    @Test
    void a_new_feed_was_not_fetched() {
        assertThat(FeedWords.fetched(feed(Optional.empty()), NOW)).isEqualTo("not fetched yet");
    }

    @Test
    void what_it_shows_is_told_in_a_line() {
        assertThat(FeedWords.what(new FeedView(Detail.INITIALS, true, 7, 90)))
                .isEqualTo("services and initials, with reminders, 7 days back and 90 ahead");
    }

    private static Feed feed(Optional<Fetch> lastFetch) {
        return new Feed(1, 1, FeedKind.ORGANIZATION, 0, 0, FeedView.USUAL, NOW, NOW, Optional.empty(), lastFetch);
    }
}
