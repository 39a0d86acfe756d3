package org.bookbell.web.booking;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.booking.BookingSource;
import org.bookbell.booking.Guest;
import org.bookbell.booking.message.SelfLinks;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.client.ClientDetails;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.SecurityHeaders;
import org.bookbell.web.client.ClientInput;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.visitor.VisitorGate;

/** Where clients book by themselves: a service, a time, who they are; each step is an address and needs no script. */
@Endpoint
@Path("/b/{org}")
@Produces(MediaType.TEXT_HTML)
public class PublicPages {

    private final Services services;
    private final TimesPage times;
    private final Reception reception;
    private final VisitorGate gate;
    private final SelfLinks links;
    private final Visit visit;

    @Inject
    PublicPages(
            Services services, TimesPage times, Reception reception, VisitorGate gate, SelfLinks links, Visit visit) {
        this.services = services;
        this.times = times;
        this.reception = reception;
        this.gate = gate;
        this.links = links;
        this.visit = visit;
    }

    @GET
    @Everybody
    public Page chooseService() {
        var organization = visit.organization();
        var offered = services.list(organization.id()).stream()
                .filter(PublicPages::isBookable)
                .map(each -> ServiceChoice.of(each, "/b/" + organization.slug()))
                .toList();
        return Page.of("booking/services", organization.name(), new ServicesView(organization.name(), offered));
    }

    @GET
    @Path("{service}")
    @Everybody
    public Page chooseTime(@PathParam("service") PathId id, @Context UriInfo address) {
        return times.show(service(id), FormInput.ofQuery(address.getQueryParameters()), "");
    }

    @GET
    @Path("{service}/details")
    @Everybody
    public Page askWho(@PathParam("service") PathId id, @Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var slot = slot(service(id), in);
        in.orThrow();
        return times.details(service(id), slot, Filled.empty(), Optional.empty());
    }

    @POST
    @Path("{service}/details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Everybody
    public Response book(@PathParam("service") PathId id, Input in, @Context HttpServletRequest request) {
        var service = service(id);
        var slot = slot(service, in);
        try {
            var details = ClientInput.readVisitor(in, visit.organization().country());
            var booker = booker(details, in);
            var answer = gate.readAnswer(in);
            in.orThrow();
            gate.admit(visit.organization(), details, answer, request);
            var booked = reception.book(Actor.visitor(), visit.organization(), slot, booker);
            return Redirect.to("/self/" + links.token(booked) + "?now=booked");
        } catch (ProblemException refusal) {
            return answer(refusal, service, slot, in);
        }
    }

    private Response answer(ProblemException refusal, Service service, SlotWish slot, Input in) {
        var isTaken = refusal.type() == ProblemType.SLOT_TAKEN;
        var widget = gate.widget().filter(each -> !isTaken);
        var page = isTaken
                ? times.showAfterAll(service, slot)
                : times.details(service, slot, Filled.refused(in, refusal), widget);
        var answer = Response.status(refusal.type().status()).entity(page);
        widget.ifPresent(each -> answer.header(SecurityHeaders.POLICY, SecurityHeaders.policy(each.origins())));
        refusal.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }

    private Service service(PathId id) {
        var service = services.get(visit.organizationId(), id.value());
        if (!isBookable(service)) {
            throw ProblemException.notFound("service");
        }
        return service;
    }

    private static boolean isBookable(Service service) {
        return service.isActive() && service.isOfferedOnline();
    }

    private static SlotWish slot(Service service, Input in) {
        return new SlotWish(
                service.id(), in.find("staff", Kind.ID), in.get("start", Kind.INSTANT), BookingSource.PUBLIC, true);
    }

    private static Reception.Booker booker(ClientDetails details, Input in) {
        var consent = in.get("smsConsent", Kind.FLAG, false)
                ? Optional.of(ConsentSource.BOOKING_PAGE)
                : Optional.<ConsentSource>empty();
        return new Reception.Booker(new Guest.Introduced(details), consent, in.find("note", text(0, 1000)));
    }
}
