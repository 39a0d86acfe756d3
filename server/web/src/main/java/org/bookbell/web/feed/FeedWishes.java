package org.bookbell.web.feed;

import static org.bookbell.web.input.Kind.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bookbell.access.Permission;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.export.feed.NewFeed;
import org.bookbell.storage.Ids;
import org.bookbell.web.access.Visit;
import org.bookbell.web.feed.AccountView.Option;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;

/** What feeds the page offers to make, and which one a form asks for. */
@Dependent
public class FeedWishes {

    private static final String EVERYBODY = "EVERYBODY";
    private static final String CLIENT = "CLIENT";
    private static final int ENOUGH = 2;

    private final StaffList staffList;
    private final Clients clients;
    private final Visit visit;

    @Inject
    FeedWishes(StaffList staffList, Clients clients, Visit visit) {
        this.staffList = staffList;
        this.clients = clients;
        this.visit = visit;
    }

    /** Managers choose among all, staff have their own calendar. */
    List<Option> subjects(Filled form) {
        var own = visit.caller().staffIdIn(visit.organizationId());
        var isManager = visit.may(Permission.MANAGE);
        var staff = staffList.list(visit.organizationId()).stream()
                .filter(Staff::isActive)
                .filter(each -> isManager || own.equals(OptionalLong.of(each.id())))
                .map(each -> option(Ids.text(each.id()), each.name(), form));
        return visit.may(Permission.OWN_CALENDAR)
                ? Stream.of(
                                Stream.of(option(EVERYBODY, "Everybody", form)).filter(each -> isManager),
                                staff,
                                Stream.of(option(CLIENT, "A client, named below", form))
                                        .filter(each -> isManager))
                        .flatMap(each -> each)
                        .toList()
                : List.of();
    }

    private static Option option(String value, String text, Filled form) {
        return new Option(value, text, form.value("of").equals(value));
    }

    NewFeed read(Input in) {
        var of = in.get("of", text(1, 20));
        var view = FeedInput.view(in);
        var named = in.find("client", text(0, 120)).filter(name -> !name.isBlank());
        var wish = switch (of) {
            case EVERYBODY -> NewFeed.ofOrganization(view);
            case CLIENT ->
                NewFeed.ofClient(findClient(in, named).map(Client::id).orElse(0L), view);
            default -> NewFeed.ofStaff(Ids.parse(of).orElse(0L), view);
        };
        in.orThrow();
        return wish;
    }

    private Optional<Client> findClient(Input in, Optional<String> named) {
        var found = visit.may(Permission.MANAGE)
                ? named.map(text -> clients.search(visit.organizationId(), text, ENOUGH))
                        .orElse(List.of())
                : List.<Client>of();
        in.check(named.isPresent(), "client", "Name the client, or write an e-mail address or number of theirs.");
        in.check(named.isEmpty() || !found.isEmpty(), "client", "No client fits.");
        in.check(found.size() < ENOUGH, "client", "Several clients fit; write an e-mail address or number.");
        return found.stream().findFirst();
    }
}
