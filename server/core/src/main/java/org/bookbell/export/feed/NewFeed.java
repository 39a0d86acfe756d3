package org.bookbell.export.feed;

/**
 * A feed that somebody wants.
 *
 * @param subjectId the staff member or client whose appointments it shows; 0 for the organization's
 */
public record NewFeed(FeedKind kind, long subjectId, FeedView view) {

    public static NewFeed ofOrganization(FeedView view) {
        return new NewFeed(FeedKind.ORGANIZATION, 0, view);
    }

    public static NewFeed ofStaff(long staffId, FeedView view) {
        return new NewFeed(FeedKind.STAFF, staffId, view);
    }

    public static NewFeed ofClient(long clientId, FeedView view) {
        return new NewFeed(FeedKind.CLIENT, clientId, view);
    }
}
