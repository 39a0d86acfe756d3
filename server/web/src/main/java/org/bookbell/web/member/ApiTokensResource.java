package org.bookbell.web.member;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.access.Scope;
import org.bookbell.access.token.ApiToken;
import org.bookbell.access.token.ApiTokens;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** The keys with which programs act for an organization. */
@Endpoint
@Path("/api/v1/organizations/{org}/apiTokens")
@Produces(MediaType.APPLICATION_JSON)
public class ApiTokensResource {

    private static final Kind<Scope> SCOPE =
            Kind.value(Scope.READ, Scope::find, "is no scope; choose from read, book and manage.");

    private final ApiTokens tokens;
    private final Visit visit;
    private final Creation creation;

    @Inject
    ApiTokensResource(ApiTokens tokens, Visit visit, Creation creation) {
        this.tokens = tokens;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Listing<TokenView> list() {
        return Listing.all(tokens.list(visit.organizationId()).stream()
                .map(token -> view(token, Optional.empty()))
                .toList());
    }

    /** The secret is in the answer, and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response create(Input in) {
        var name = in.get("name", text(1, 80));
        var scopes = new HashSet<>(in.list("scopes", Scope.values().length, SCOPE));
        in.check(!scopes.isEmpty(), "scopes", "The scopes must be some of read, book and manage.");
        in.orThrow();
        return creation.answerUnrepeatably(() -> {
            var made = tokens.create(
                    visit.actor(), visit.organizationId(), visit.caller().memberId(), name, scopes);
            return view(made.token(), Optional.of(made.secret()));
        });
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.ADMINISTER)
    public void revoke(@PathParam("id") PathId id) {
        tokens.revoke(visit.actor(), visit.organizationId(), id.value());
    }

    private TokenView view(ApiToken token, Optional<String> secret) {
        return TokenView.of(token, secret, visit.organization().zone());
    }

    /** A token as the API shows one. */
    record TokenView(
            String id,
            String name,
            List<String> scopes,
            String createdAt,
            Optional<String> lastUsedAt,
            Optional<String> revokedAt,
            Optional<String> secret) {

        static TokenView of(ApiToken token, Optional<String> secret, ZoneId zone) {
            return new TokenView(
                    Ids.text(token.id()),
                    token.name(),
                    token.scopes().stream().map(Scope::word).sorted().toList(),
                    Times.text(token.createdAt(), zone),
                    token.lastUsedAt().map(at -> Times.text(at, zone)),
                    token.revokedAt().map(at -> Times.text(at, zone)),
                    secret);
        }
    }
}
