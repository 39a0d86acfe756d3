package org.bookbell.demo;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.member.Members;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.demo.SampleOrganization.Given;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.transaction.UseCase;

/** Finds a sample organization that an earlier start has made, as whoever tried it has left it. */
@UseCase
public class SampleFinding {

    private final Organizations organizations;
    private final Members members;
    private final StaffList staffList;
    private final Services services;
    private final Clients clients;

    @Inject
    SampleFinding(
            Organizations organizations, Members members, StaffList staffList, Services services, Clients clients) {
        this.organizations = organizations;
        this.members = members;
        this.staffList = staffList;
        this.services = services;
        this.clients = clients;
    }

    /** Whether nothing was ever founded here. */
    boolean isEmpty() {
        return organizations.list().isEmpty();
    }

    /** The organization that {@code sample} became; none of that name that belongs to somebody else. */
    Optional<SampleOrganization> find(Sample sample) {
        return organizations
                .findBySlug(sample.organization().slug())
                .filter(found -> isOwned(found, sample))
                .map(found -> describe(found, sample.in(found.zone().getId())));
    }

    private boolean isOwned(Organization found, Sample sample) {
        return members.list(found.id()).stream()
                .anyMatch(member -> member.email().equals(sample.ownerEmail()));
    }

    private SampleOrganization describe(Organization found, Sample sample) {
        var staff = staffList.list(found.id()).stream()
                .filter(each -> each.isActive() && sample.staff().contains(each.name()))
                .map(Staff::id)
                .toList();
        var given = services.list(found.id()).stream()
                .filter(each -> each.isActive() && each.staffIds().containsAll(staff))
                .map(each -> new Given(each.id(), each.times()))
                .toList();
        var known = clients.list(found.id(), 0, sample.clients()).stream()
                .map(Client::id)
                .toList();
        return new SampleOrganization(sample, found.id(), staff, given, List.copyOf(known), Optional.empty());
    }
}
