package org.bookbell.web.client;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.access.Permission;
import org.bookbell.client.Channel;
import org.bookbell.client.Client;
import org.bookbell.client.ClientDetails;
import org.bookbell.client.ClientFile;
import org.bookbell.client.Clients;
import org.bookbell.client.Email;
import org.bookbell.client.FailingAddresses;
import org.bookbell.client.Phone;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Cursor;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** Whoever books. */
@Endpoint
@Path("/api/v1/organizations/{org}/clients")
@Produces(MediaType.APPLICATION_JSON)
public class ClientsResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Clients clients;
    private final ClientFile file;
    private final FailingAddresses failing;
    private final Visit visit;
    private final Creation creation;

    @Inject
    ClientsResource(Clients clients, ClientFile file, FailingAddresses failing, Visit visit, Creation creation) {
        this.clients = clients;
        this.file = file;
        this.failing = failing;
        this.visit = visit;
        this.creation = creation;
    }

    /** All by id, or whom {@code search} may mean. */
    @GET
    @Requires(Permission.READ)
    public Listing<ClientView> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var search = in.find("search", text(1, 120));
        var limit = in.get("limit", number(1, MOST), USUAL);
        var after = Cursor.parse(in.find("after", text(1, 200)));
        in.orThrow();
        if (search.isPresent()) {
            return Listing.all(views(clients.search(visit.organizationId(), search.get(), limit)));
        }
        var found = clients.list(visit.organizationId(), after.map(Cursor::id).orElse(0L), limit);
        return new Listing<>(views(found), next(found, limit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response register(Input in) {
        var details = read(in);
        return creation.answer(() -> ClientView.of(file.register(visit.actor(), visit.organizationId(), details)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        return answer(clients.get(visit.organizationId(), id.value()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response change(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var details = read(in);
        var current = clients.get(visit.organizationId(), id.value());
        var version = Versions.seen(headers, current.version());
        return answer(file.change(visit.actor(), visit.organizationId(), id.value(), version, details));
    }

    /** Takes the mark from the mobile number, so that text messages are tried again. */
    @DELETE
    @Path("{id}/mobileFails")
    @Requires(Permission.BOOK)
    public void clearMark(@PathParam("id") PathId id) {
        failing.clear(visit.actor(), visit.organizationId(), id.value(), Channel.SMS);
    }

    /** Takes the mark from the e-mail address, so that e-mails are tried again. */
    @DELETE
    @Path("{id}/emailFails")
    @Requires(Permission.BOOK)
    public void clearEmailMark(@PathParam("id") PathId id) {
        failing.clear(visit.actor(), visit.organizationId(), id.value(), Channel.EMAIL);
    }

    private ClientDetails read(Input in) {
        var details = ClientInput.read(in, visit.organization().country());
        in.orThrow();
        return details;
    }

    private List<ClientView> views(List<Client> clients) {
        var addresses = clients.stream()
                .flatMap(client -> Stream.concat(
                        client.mobile().stream().map(Phone::e164),
                        client.email().stream().map(Email::address)))
                .collect(Collectors.toSet());
        var marked = failing.among(visit.organizationId(), addresses);
        return clients.stream().map(client -> ClientView.of(client, marked)).toList();
    }

    private static Optional<String> next(List<Client> found, int limit) {
        return found.size() < limit
                ? Optional.empty()
                : Optional.of(new Cursor("", found.get(limit - 1).id()).text());
    }

    private Response answer(Client client) {
        return Versions.answer(views(List.of(client)).get(0), client.version());
    }
}
