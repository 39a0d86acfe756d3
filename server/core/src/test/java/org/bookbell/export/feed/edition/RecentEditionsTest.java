package org.bookbell.export.feed.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedHouse;
import org.bookbell.export.feed.FeedView;
import org.bookbell.export.feed.NewFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentEditionsTest {

    private final FeedHouse practice = new FeedHouse();
    private final AtomicInteger asked = new AtomicInteger();
    private final RecentEditions recent =
            new RecentEditions(new Editions(practice.house.database.sql(), practice.house.database.clock()) {
                @Override
                public Edition current(Feed feed) {
                    asked.incrementAndGet();
                    return super.current(feed);
                }
            });

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void of_many_who_ask_at_once_few_ask_the_database() throws Exception {
        var feed = practice.make(NewFeed.ofOrganization(FeedView.USUAL)).feed();
        var begin = System.nanoTime();
        var readers = Executors.newFixedThreadPool(4);
        try {
            var asking = IntStream.range(0, 2_000)
                    .mapToObj(number -> readers.submit(() -> recent.current(feed)))
                    .toList();
            var first = asking.get(0).get();
            for (var each : asking) {
                assertThat(each.get()).isEqualTo(first);
            }
        } finally {
            readers.shutdown();
        }
        var moments = (System.nanoTime() - begin) / 50_000_000;

        assertThat(asked.get()).isBetween(1, (int) moments + 2);
    }

    @Test
    void a_change_is_seen_a_moment_later_and_a_new_secret_at_once() {
        var made = practice.make(NewFeed.ofStaff(practice.anna.id(), FeedView.USUAL));
        var before = recent.current(made.feed());

        var rotated = practice.house.in(() -> practice.setup.rotate(
                FeedHouse.OWNER, practice.house.organizationId(), made.feed().id()));
        assertThat(recent.current(rotated.feed()).tag()).isNotEqualTo(before.tag());

        practice.book(practice.anna, "2026-11-03T09:00:00Z");
        var renewed = practice.edition(rotated);
        await().until(() -> recent.current(rotated.feed()).equals(renewed));
    }
}
