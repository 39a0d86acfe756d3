package org.bookbell.export.feed;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Secrets;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Makes feeds, gives them new secrets and revokes them. */
@UseCase
public class FeedSetup {

    /** Of an organization, revoked ones not counted. */
    static final int MOST = 500;

    private final Sql sql;
    private final FeedSubjects subjects;
    private final Ids ids;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public FeedSetup(Sql sql, FeedSubjects subjects, Ids ids, Audit audit, Clock clock) {
        this.sql = sql;
        this.subjects = subjects;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first, revoked ones among them. */
    public List<Feed> list(long organizationId) {
        return sql.list(
                Feeds.SELECT + " WHERE organization_id = ? ORDER BY id DESC LIMIT 1000", Feeds.FEED, organizationId);
    }

    public Feed get(long organizationId, long id) {
        return sql.find(Feeds.SELECT + " WHERE organization_id = ? AND id = ?", Feeds.FEED, organizationId, id)
                .orElseThrow(() -> ProblemException.notFound("feed"));
    }

    public SecretFeed create(Actor actor, long organizationId, NewFeed wish) {
        var faults = new Faults();
        wish.view().check(faults);
        faults.throwIfAny();
        subjects.require(organizationId, wish);
        requireRoom(organizationId);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var feed = new Feed(
                ids.next(),
                organizationId,
                wish.kind(),
                wish.subjectId(),
                0,
                wish.view(),
                now,
                now,
                Optional.empty(),
                Optional.empty());
        var token = Secrets.token();
        insert(feed, token);
        audit.record(
                actor,
                organizationId,
                "feed.created",
                "feed",
                feed.id(),
                wish.kind() + " " + wish.view().detail());
        return new SecretFeed(feed, token);
    }

    private void requireRoom(long organizationId) {
        var many =
                sql.count("SELECT COUNT(*) FROM feed WHERE organization_id = ? AND revoked_at IS NULL", organizationId);
        if (many >= MOST) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW,
                    "An organization may have " + MOST + " feeds; revoke those that nobody fetches.");
        }
    }

    private void insert(Feed feed, String token) {
        sql.update(
                "INSERT INTO feed (id, organization_id, kind, subject_id, token_hash, version, detail, alarms, days_back,"
                        + " days_ahead, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                feed.id(),
                feed.organizationId(),
                feed.kind(),
                feed.subjectId(),
                Secrets.hash(token),
                feed.version(),
                feed.view().detail(),
                feed.view().alarms(),
                feed.view().daysBack(),
                feed.view().daysAhead(),
                feed.createdAt(),
                feed.changedAt());
    }

    /** Gives it a new secret; from now on there is nothing under the one before. */
    public SecretFeed rotate(Actor actor, long organizationId, long id) {
        if (get(organizationId, id).isRevoked()) {
            throw new ProblemException(ProblemType.NOT_POSSIBLE_NOW, "The feed is revoked; make a new one.");
        }
        var token = Secrets.token();
        sql.update(
                "UPDATE feed SET token_hash = ?, version = version + 1, changed_at = ?, fetched_at = NULL,"
                        + " fetched_by = NULL WHERE id = ? AND revoked_at IS NULL",
                Secrets.hash(token),
                clock.instant(),
                id);
        audit.record(actor, organizationId, "feed.rotated", "feed", id, "");
        return new SecretFeed(get(organizationId, id), token);
    }

    /** Ends it for good; one that ended before stays as it was. */
    public void revoke(Actor actor, long organizationId, long id) {
        if (!get(organizationId, id).isRevoked()) {
            sql.update("UPDATE feed SET revoked_at = ? WHERE id = ?", clock.instant(), id);
            audit.record(actor, organizationId, "feed.revoked", "feed", id, "");
        }
    }
}
