package org.bookbell.web.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Caller;
import org.bookbell.access.Permission;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.status.warning.Warnings;
import org.bookbell.web.access.CrossSiteGuard;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.Call;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the frame for whoever looks at the page. */
@Dependent
class Frames {

    private final Visit visit;
    private final Call call;
    private final CrossSiteGuard guard;
    private final Organizations organizations;
    private final Warnings warnings;
    private final boolean demo;

    @Inject
    Frames(
            Visit visit,
            Call call,
            CrossSiteGuard guard,
            Organizations organizations,
            Warnings warnings,
            @ConfigProperty(name = "bookbell.demo", defaultValue = "false") boolean demo) {
        this.visit = visit;
        this.call = call;
        this.guard = guard;
        this.organizations = organizations;
        this.warnings = warnings;
        this.demo = demo;
    }

    Frame of(Page page) {
        var member = visit.findCaller();
        var theirs = findOrganization();
        return new Frame(
                page.title(),
                call.path(),
                member.map(Caller::name),
                theirs.map(Organization::name),
                page.host().or(this::findHost),
                member.map(caller -> links(caller, theirs)).orElse(List.of()),
                theirs.filter(organization -> member.isPresent())
                        .map(this::warn)
                        .orElse(List.of()),
                guard.token());
    }

    private List<Frame.Notice> warn(Organization organization) {
        var zone = organization.zone();
        return warnings.list(organization.id(), zone).stream()
                .map(warning ->
                        new Frame.Notice(WarningWords.of(warning, zone), "/o/" + organization.slug() + "/callList"))
                .toList();
    }

    /** The member's organization: that of the page, or the only one there is. */
    private Optional<Organization> findOrganization() {
        if (visit.isAtOrganization()) {
            return visit.may(Permission.READ) ? Optional.of(visit.organization()) : Optional.empty();
        }
        return visit.findCaller()
                .map(Caller::memberships)
                .filter(all -> all.size() == 1)
                .map(only -> organizations.get(only.keySet().iterator().next()));
    }

    private Optional<Frame.Link> findHost() {
        return visit.isAtOrganization() && call.path().startsWith("/b/")
                ? Optional.of(visit.organization()).map(at -> new Frame.Link("/b/" + at.slug(), at.name()))
                : Optional.empty();
    }

    private List<Frame.Link> links(Caller caller, Optional<Organization> theirs) {
        var links = new ArrayList<Frame.Link>();
        theirs.ifPresent(organization -> addOrganizationLinks(links, caller, organization));
        if (caller.mayOperate()) {
            links.add(new Frame.Link("/operator", "Operator"));
        }
        if (demo) {
            links.add(new Frame.Link("/demo/phones", "Phones"));
            links.add(new Frame.Link("/demo/mailbox", "Mailbox"));
        }
        return links;
    }

    private static void addOrganizationLinks(List<Frame.Link> links, Caller caller, Organization organization) {
        var root = "/o/" + organization.slug();
        links.add(new Frame.Link(root + "/today", "Today"));
        if (caller.may(Permission.BOOK, organization.id())) {
            links.add(new Frame.Link(root + "/desk", "Book"));
        }
        if (caller.may(Permission.OWN_CALENDAR, organization.id())) {
            links.add(new Frame.Link(root + "/blocks", "Block"));
        }
        links.add(new Frame.Link(root + "/messages", "Ledger"));
        links.add(new Frame.Link(root + "/callList", "Call list"));
        if (caller.may(Permission.MANAGE, organization.id())) {
            links.add(new Frame.Link(root + "/credits", "Credits"));
        }
        links.add(new Frame.Link(root + "/account", "Account"));
        if (caller.may(Permission.ADMINISTER, organization.id())) {
            links.add(new Frame.Link(root + "/setup", "Set up"));
        } else if (caller.may(Permission.MANAGE, organization.id())) {
            links.add(new Frame.Link(root + "/setup/texts", "Texts"));
        }
    }
}
