package org.bookbell.web.desk;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.access.Permission;
import org.bookbell.booking.BookingSource;
import org.bookbell.booking.Guest;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.booking.Reception;
import org.bookbell.web.client.ClientInput;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Books whoever calls: one form, whose times and clients a script refreshes; without one, a button does. */
@Endpoint
@Path("/o/{org}/desk")
@Produces(MediaType.TEXT_HTML)
public class DeskPages {

    private static final Pattern DIALED = Pattern.compile("\\+?[\\d ()/.-]+");

    private final DeskChoices choices;
    private final Reception reception;
    private final Visit visit;

    @Inject
    DeskPages(DeskChoices choices, Reception reception, Visit visit) {
        this.choices = choices;
        this.reception = reception;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.BOOK)
    public Page show(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        return page(in, Filled.of(in));
    }

    /** The next free times for {@code service}, {@code staff} and {@code from}, as a part of the page. */
    @GET
    @Path("times")
    @Requires(Permission.BOOK)
    public Page times(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        return Page.fragment("desk/times", times(in));
    }

    /** The clients whom {@code search} may mean, as a part of the page. */
    @GET
    @Path("clients")
    @Requires(Permission.BOOK)
    public Page clients(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var who = who(in, Filled.empty());
        return Page.fragment("desk/clients", who.isNew() ? who(in, introduced(in.raw("search"))) : who);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.BOOK)
    public Response book(Input in) {
        if (in.get("act", text(1, 10), "book").equals("find")) {
            return Response.ok(page(in, Filled.of(in))).build();
        }
        try {
            var slot = slot(in);
            var booker = booker(in);
            in.orThrow();
            var booked = reception.book(visit.actor(), visit.organization(), slot, booker);
            return Redirect.to(
                    "/o/" + visit.organization().slug() + "/appointments/" + Ids.text(booked.id()) + "?now=booked");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(in, Filled.refused(in, refusal)))
                    .build();
        }
    }

    private static SlotWish slot(Input in) {
        in.check(in.isPresent("start"), "start", "Choose a time.");
        return new SlotWish(
                in.get("service", Kind.ID),
                in.find("staff", Kind.ID),
                in.get("start", Kind.INSTANT),
                BookingSource.DESK,
                false);
    }

    private Reception.Booker booker(Input in) {
        var consent = in.get("smsConsent", Kind.FLAG, false)
                ? Optional.of(ConsentSource.DESK)
                : Optional.<ConsentSource>empty();
        return new Reception.Booker(guest(in), consent, in.find("note", text(0, 1000)));
    }

    private Guest guest(Input in) {
        if (isSomebodyNew(in)) {
            return new Guest.Introduced(
                    ClientInput.readCaller(in, visit.organization().country()));
        }
        var known = in.find("client", Kind.ID);
        in.check(known.isPresent(), "search", "Choose a client, or somebody new.");
        return new Guest.Known(known.orElse(0L));
    }

    /** Whether the choice that names no client was made. */
    private static boolean isSomebodyNew(Input in) {
        return in.texts().containsKey("client") && in.raw("client").isEmpty();
    }

    private Page page(Input in, Filled form) {
        var organization = visit.organization();
        var service = in.find("service", Kind.ID).or(() -> choices.firstService(organization.id()));
        var view = new DeskView(
                "/o/" + organization.slug() + "/desk",
                choices.services(organization.id(), service),
                choices.staff(organization.id(), in.find("staff", Kind.ID)),
                choices.times(
                        organization,
                        service,
                        in.find("staff", Kind.ID),
                        in.find("from", Kind.DATE),
                        form.value("start")),
                who(in, form),
                organization.consentText(),
                form);
        return Page.of("desk/desk", "Book", view);
    }

    private List<DeskView.Time> times(Input in) {
        var service = in.find("service", Kind.ID);
        var staff = in.find("staff", Kind.ID);
        var from = in.find("from", Kind.DATE);
        in.orThrow();
        return choices.times(visit.organization(), service, staff, from, "");
    }

    private DeskView.Who who(Input in, Filled form) {
        var words = in.find("search", text(1, 120));
        var found = words.map(each -> choices.clients(visit.organizationId(), each, in.raw("client")))
                .orElse(List.of());
        var isNew = isSomebodyNew(in) || (words.isPresent() && found.isEmpty());
        return new DeskView.Who(found, isNew, form);
    }

    /** What was searched for in vain is how somebody new is called, or where. */
    private static Filled introduced(String words) {
        return Filled.with(Map.of(DIALED.matcher(words).matches() ? "mobile" : "name", words.strip()));
    }
}
