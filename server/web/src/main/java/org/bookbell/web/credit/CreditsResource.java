package org.bookbell.web.credit;

import static org.bookbell.web.input.Kind.choice;
import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.credit.Account;
import org.bookbell.credit.AtZero;
import org.bookbell.credit.CreditEntries;
import org.bookbell.credit.CreditEntry;
import org.bookbell.credit.Credits;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Cursor;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;

/** An organization's credit for text messages. */
@Endpoint
@Path("/api/v1/organizations/{org}/credits")
@Produces(MediaType.APPLICATION_JSON)
public class CreditsResource {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Credits credits;
    private final CreditEntries entries;
    private final Visit visit;
    private final Clock clock;

    @Inject
    CreditsResource(Credits credits, CreditEntries entries, Visit visit, Clock clock) {
        this.credits = credits;
        this.entries = entries;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.MANAGE)
    public CreditsView get() {
        return view(credits.get(visit.organizationId()));
    }

    /** What happens without credit, and below which balance the owners are told; without {@code lowBelow} they are not. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public CreditsView configure(Input in) {
        var atZero = in.get("atZero", choice(AtZero.class));
        var lowBelow = in.find("lowBelow", Amounts.NOT_NEGATIVE).map(Integer::longValue);
        in.orThrow();
        return view(credits.configure(visit.actor(), visit.organizationId(), atZero, lowBelow));
    }

    /** The newest first. */
    @GET
    @Path("entries")
    @Requires(Permission.MANAGE)
    public Listing<EntryView> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var limit = in.get("limit", number(1, MOST), USUAL);
        var after = Cursor.parse(in.find("after", text(1, 200))).map(Cursor::id);
        in.orThrow();
        var found = entries.listBefore(visit.organizationId(), after, limit);
        var zone = visit.organization().zone();
        return new Listing<>(
                found.stream().map(entry -> EntryView.of(entry, zone)).toList(), next(found, limit));
    }

    /** A month's entries with the balances before and after, for a spreadsheet. */
    @GET
    @Path("statement")
    @Produces("text/csv")
    @Requires(Permission.MANAGE)
    public Response statement(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var asked = in.get("month", Month.KIND);
        in.orThrow();
        var organization = visit.organization();
        var month = new Month(asked, organization.zone());
        var span = entries.span(organization.id(), month.start(), month.end());
        var statement = new Statement(entries, organization.id(), month, span);
        StreamingOutput body = statement::write;
        return Response.ok(body, "text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"credits-" + asked + ".csv\"")
                .build();
    }

    private CreditsView view(Account account) {
        var month = Month.of(clock.instant(), visit.organization().zone());
        return CreditsView.of(account, month, entries.totals(visit.organizationId(), month.start(), month.end()));
    }

    private static Optional<String> next(List<CreditEntry> found, int limit) {
        if (found.size() < limit) {
            return Optional.empty();
        }
        return Optional.of(new Cursor("", found.get(found.size() - 1).number()).text());
    }
}
