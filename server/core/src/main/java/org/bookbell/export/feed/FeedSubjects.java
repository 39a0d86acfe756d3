package org.bookbell.export.feed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.Clients;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;

/** Whom feeds are about. */
@Dependent
public class FeedSubjects {

    private final Organizations organizations;
    private final StaffList staffList;
    private final Clients clients;

    @Inject
    public FeedSubjects(Organizations organizations, StaffList staffList, Clients clients) {
        this.organizations = organizations;
        this.staffList = staffList;
        this.clients = clients;
    }

    /**
     * A feed's subject.
     *
     * @param title what subscribers see as the calendar's name
     * @param zone in which its times are written
     */
    public record Subject(Organization organization, String title, ZoneId zone) {}

    public Subject get(Feed feed) {
        var organization = organizations.get(feed.organizationId());
        return switch (feed.kind()) {
            case ORGANIZATION -> new Subject(organization, organization.name(), organization.zone());
            case STAFF -> {
                var staff = staffList.get(organization.id(), feed.subjectId());
                yield new Subject(organization, staff.name() + ", " + organization.name(), staff.zone());
            }
            case CLIENT ->
                new Subject(
                        organization,
                        organization.name(),
                        clients.get(organization.id(), feed.subjectId()).zone());
        };
    }

    /** What people call it: the name of the staff member, the client or the organization. */
    public String nameOf(Feed feed) {
        return switch (feed.kind()) {
            case ORGANIZATION -> organizations.get(feed.organizationId()).name();
            case STAFF -> staffList.get(feed.organizationId(), feed.subjectId()).name();
            case CLIENT -> clients.get(feed.organizationId(), feed.subjectId()).name();
        };
    }

    /** Refuses a staff member or client that the organization does not have. */
    void require(long organizationId, NewFeed wish) {
        switch (wish.kind()) {
            case STAFF -> staffList.get(organizationId, wish.subjectId());
            case CLIENT -> clients.get(organizationId, wish.subjectId());
            case ORGANIZATION -> {}
        }
    }
}
