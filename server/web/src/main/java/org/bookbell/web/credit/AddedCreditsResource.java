package org.bookbell.web.credit;

import static org.bookbell.web.input.Kind.choice;
import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.credit.Credits;
import org.bookbell.credit.EntryKind;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.input.Input;

/** Credit that the operator puts into accounts. */
@Endpoint
@Path("/api/v1/operator/organizations/{org}/credits")
@Produces(MediaType.APPLICATION_JSON)
public class AddedCreditsResource {

    private final Credits credits;
    private final Visit visit;
    private final Creation creation;

    @Inject
    AddedCreditsResource(Credits credits, Visit visit, Creation creation) {
        this.credits = credits;
        this.visit = visit;
        this.creation = creation;
    }

    /** A purchase, or a grant, which may take back what was given by mistake. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response add(Input in) {
        var kind = in.get("kind", choice(EntryKind.class));
        var amount = in.get("milliCredits", Amounts.MILLI_CREDITS);
        var reference = in.find("reference", text(1, 100)).orElse(null);
        in.orThrow();
        var zone = visit.organization().zone();
        return creation.answer(
                () -> EntryView.of(credits.add(visit.actor(), visit.organizationId(), kind, amount, reference), zone));
    }
}
