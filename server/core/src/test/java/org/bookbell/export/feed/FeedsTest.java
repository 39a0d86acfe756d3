package org.bookbell.export.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.export.feed.FeedHouse.OWNER;
import static org.bookbell.problem.ProblemType.INVALID_REQUEST;
import static org.bookbell.problem.ProblemType.NOT_FOUND;
import static org.bookbell.problem.ProblemType.NOT_POSSIBLE_NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds on a database: their secrets, what they show, and when it is another edition. */
class FeedsTest {

    private static final String SOON = "2026-11-03T09:00:00Z";
    private static final FeedView INITIALS = new FeedView(Detail.INITIALS, true, 30, 365);
    private static final FeedView BUSY = new FeedView(Detail.BUSY, false, 30, 365);

    private final FeedHouse practice = new FeedHouse();

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void a_secret_is_long_shown_once_and_kept_as_a_hash() {
        var made = practice.make(NewFeed.ofStaff(practice.anna.id(), FeedView.USUAL));

        assertThat(made.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.token());
        assertThat(practice.find(made)).contains(made.feed());
        assertThat(texts("SELECT CONCAT(action, ' ', detail) AS text FROM audit WHERE object_type = 'feed'"))
                .containsExactly("feed.created STAFF FULL");
    }

    @Test
    void a_new_secret_ends_the_old_one_and_a_revoked_feed_has_none() {
        var made = practice.make(NewFeed.ofOrganization(FeedView.USUAL));

        var again = practice.house.in(
                () -> practice.setup.rotate(OWNER, organization(), made.feed().id()));

        assertThat(practice.find(made)).isEmpty();
        assertThat(practice.find(again)).map(Feed::version).contains(1);

        practice.house.in(
                () -> practice.setup.revoke(OWNER, organization(), made.feed().id()));
        practice.house.in(
                () -> practice.setup.revoke(OWNER, organization(), made.feed().id()));

        assertThat(practice.find(again)).isEmpty();
        assertThat(practice.house.in(() -> practice.setup.list(organization())))
                .singleElement()
                .satisfies(feed -> assertThat(feed.isRevoked()).isTrue());
        assertThat(refusalOf(() -> practice.setup.rotate(
                                OWNER, organization(), made.feed().id()))
                        .type())
                .isEqualTo(NOT_POSSIBLE_NOW);
        assertThat(texts("SELECT action AS text FROM audit WHERE object_type = 'feed' ORDER BY id"))
                .containsExactly("feed.created", "feed.rotated", "feed.revoked");
    }

    @Test
    void a_feed_of_nobody_or_without_end_is_refused() {
        var endless = new FeedView(Detail.FULL, false, 367, 732);

        assertThat(refusalOf(() -> practice.setup.create(OWNER, organization(), NewFeed.ofOrganization(endless))))
                .satisfies(refusal -> {
                    assertThat(refusal.type()).isEqualTo(INVALID_REQUEST);
                    assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/daysBack", "/daysAhead");
                });
        assertThat(refusalOf(() -> practice.setup.create(OWNER, organization(), NewFeed.ofStaff(1, FeedView.USUAL)))
                        .type())
                .isEqualTo(NOT_FOUND);
        assertThat(refusalOf(() -> practice.setup.create(OWNER, organization(), NewFeed.ofClient(1, FeedView.USUAL)))
                        .type())
                .isEqualTo(NOT_FOUND);
        assertThat(refusalOf(() -> practice.setup.get(1, 1)).type()).isEqualTo(NOT_FOUND);
    }

    @Test
    void each_shows_its_own_as_far_as_it_may() {
        var booked = practice.book(practice.anna, SOON);
        practice.book(practice.ben, "2026-11-03T11:00:00Z");
        long client = booked.clientId().orElseThrow();

        assertThat(practice.read(practice.make(NewFeed.ofStaff(practice.anna.id(), FeedView.USUAL))))
                .containsExactly(
                        "Anna Weiss, " + name() + " in Europe/Berlin, Optional.empty",
                        SOON + "|BOOKED|" + practice.massage.name()
                                + "|Anna Weiss|Guest 1|guest1@mail.example|by the window|-");
        assertThat(practice.read(practice.make(NewFeed.ofStaff(practice.anna.id(), INITIALS))))
                .containsExactly(
                        "Anna Weiss, " + name() + " in Europe/Berlin, Optional[PT1H]",
                        SOON + "|BOOKED|" + practice.massage.name() + "|Anna Weiss|G. 1.|-|-|-");
        assertThat(practice.read(practice.make(NewFeed.ofOrganization(BUSY))))
                .containsExactly(
                        name() + " in Europe/Berlin, Optional.empty",
                        SOON + "|BOOKED|Busy|||-|-|-",
                        "2026-11-03T11:00:00Z|BOOKED|Busy|||-|-|-");
        assertThat(practice.read(practice.make(NewFeed.ofClient(client, FeedView.USUAL))))
                .element(1)
                .asString()
                .startsWith(SOON + "|BOOKED|" + practice.massage.name() + "|Anna Weiss||-|-|" + name());
    }

    @Test
    void an_edition_is_another_after_every_change_that_shows_and_only_then() {
        var booked = practice.book(practice.anna, SOON);
        var feed = practice.make(NewFeed.ofStaff(practice.anna.id(), INITIALS));
        var first = practice.edition(feed);

        practice.book(practice.ben, "2026-11-03T11:00:00Z");
        assertThat(practice.edition(feed)).isEqualTo(first);

        practice.rename(booked, "Zoe Other");
        var renamed = practice.edition(feed);
        practice.move(booked, practice.anna, "2026-11-04T09:00:00Z");
        var moved = practice.edition(feed);
        practice.cancel(booked);
        var cancelled = practice.edition(feed);
        practice.house.database.clock().advance(Duration.ofDays(1));
        var nextDay = practice.edition(feed);

        assertThat(List.of(first.tag(), renamed.tag(), moved.tag(), cancelled.tag(), nextDay.tag()))
                .doesNotHaveDuplicates();
        assertThat(nextDay.changedAt()).isEqualTo(Instant.parse("2026-11-02T23:00:00Z"));
    }

    @Test
    void what_is_moved_to_another_calendar_leaves_this_one() {
        var booked = practice.book(practice.anna, SOON);
        practice.book(practice.anna, "2026-11-05T09:00:00Z");
        var feed = practice.make(NewFeed.ofStaff(practice.anna.id(), BUSY));
        var before = practice.edition(feed);

        practice.move(booked, practice.ben, SOON);

        assertThat(practice.edition(feed).tag()).isNotEqualTo(before.tag());
        assertThat(practice.read(feed)).hasSize(2);
    }

    @Test
    void what_was_cancelled_is_told_for_sixty_days() {
        var booked = practice.book(practice.anna, "2027-03-01T09:00:00Z");
        practice.book(practice.anna, "2027-03-02T09:00:00Z");
        practice.cancel(booked);
        var feed = practice.make(NewFeed.ofStaff(practice.anna.id(), BUSY));

        practice.house.database.clock().advance(Duration.ofDays(60));
        assertThat(practice.read(feed)).hasSize(3).element(1).asString().contains("CANCELLED");

        practice.house.database.clock().advance(Duration.ofDays(1));
        assertThat(practice.read(feed)).hasSize(2).element(1).asString().contains("BOOKED");
    }

    @Test
    void a_feed_is_never_empty_once_there_was_an_appointment() {
        practice.book(practice.anna, SOON);
        practice.cancel(practice.book(practice.anna, "2026-11-04T09:00:00Z"));
        var feed = practice.make(NewFeed.ofStaff(practice.anna.id(), BUSY));
        practice.house.database.clock().advance(Duration.ofDays(300));

        assertThat(practice.read(feed)).element(1).asString().startsWith(SOON + "|BOOKED");
        assertThat(practice.edition(feed).window().from()).isEqualTo(Instant.parse(SOON));
    }

    @Test
    void a_feed_without_any_appointment_is_a_calendar_too() {
        assertThat(practice.read(practice.make(NewFeed.ofStaff(practice.anna.id(), BUSY))))
                .hasSize(1);
    }

    @Test
    void an_edition_is_written_once() {
        var feed = practice.make(NewFeed.ofOrganization(BUSY));

        practice.read(feed);
        practice.read(feed);
        assertThat(practice.lines.written).isEqualTo(1);

        practice.book(practice.anna, SOON);
        assertThat(practice.read(feed)).hasSize(2);
        assertThat(practice.lines.written).isEqualTo(2);
    }

    @Test
    void the_last_fetch_is_noted_to_five_minutes_by_the_name_of_a_program() {
        var made = practice.make(NewFeed.ofOrganization(BUSY));
        var first = practice.house.database.clock().instant();

        fetch(made, "Google-Calendar-Importer");
        practice.house.database.clock().advance(Duration.ofMinutes(4));
        fetch(made, "vdirsyncer/0.19.0");

        assertThat(practice.find(made).orElseThrow().lastFetch()).contains(new Fetch(first, "Google Calendar"));

        practice.house.database.clock().advance(Duration.ofMinutes(1));
        fetch(made, "198.51.100.7 <script>");
        assertThat(practice.find(made).orElseThrow().lastFetch()).map(Fetch::by).contains("another program");
    }

    private void fetch(SecretFeed made, String agent) {
        practice.house.in(
                () -> practice.feeds.noteFetch(practice.feeds.find(made.token()).orElseThrow(), agent));
    }

    private ProblemException refusalOf(Runnable work) {
        return catchThrowableOfType(ProblemException.class, () -> practice.house.in(work));
    }

    private List<String> texts(String sql) {
        return practice.house.in(() -> practice.house.database.sql().list(sql, row -> row.getText("text")));
    }

    private long organization() {
        return practice.house.organizationId();
    }

    private String name() {
        return practice.house.calendars.organization.name();
    }
}
