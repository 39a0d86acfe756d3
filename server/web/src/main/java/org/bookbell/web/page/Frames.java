package org.bookbell.web.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Caller;
import org.bookbell.access.Permission;
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
    private final boolean demo;

    @Inject
    Frames(
            Visit visit,
            Call call,
            CrossSiteGuard guard,
            @ConfigProperty(name = "bookbell.demo", defaultValue = "false") boolean demo) {
        this.visit = visit;
        this.call = call;
        this.guard = guard;
        this.demo = demo;
    }

    Frame of(Page page) {
        return new Frame(
                page.title(),
                call.path(),
                visit.findCaller().map(Caller::name),
                visit.may(Permission.READ) ? Optional.of(visit.organization().name()) : Optional.empty(),
                links(),
                guard.token());
    }

    private List<Frame.Link> links() {
        var links = new ArrayList<Frame.Link>();
        if (visit.may(Permission.READ)) {
            addOrganizationLinks(links, "/o/" + visit.organization().slug());
        }
        if (visit.findCaller().filter(Caller::mayOperate).isPresent()) {
            links.add(new Frame.Link("/operator", "Operator"));
        }
        if (demo && visit.findCaller().isPresent()) {
            links.add(new Frame.Link("/demo/phones", "Phones"));
            links.add(new Frame.Link("/demo/mailbox", "Mailbox"));
        }
        return links;
    }

    private void addOrganizationLinks(List<Frame.Link> links, String root) {
        links.add(new Frame.Link(root + "/today", "Today"));
        if (visit.may(Permission.BOOK)) {
            links.add(new Frame.Link(root + "/desk", "Book"));
            links.add(new Frame.Link(root + "/blocks", "Block"));
        }
        links.add(new Frame.Link(root + "/messages", "Ledger"));
        links.add(new Frame.Link(root + "/callList", "Call list"));
        if (visit.may(Permission.ADMINISTER)) {
            links.add(new Frame.Link(root + "/setup", "Set up"));
        }
    }
}
