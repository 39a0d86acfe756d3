package org.bookbell.web.guard;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.dispatch.guard.LimitTable;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** What an organization may send, as a form. */
@Endpoint
@Path("/operator/organizations/{org}/limits")
@Produces(MediaType.TEXT_HTML)
public class LimitPages {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("smsPerMinute", "Text messages a minute"),
            Map.entry("smsPerDay", "Text messages a day"),
            Map.entry("smsPerRecipient", "Text messages to one number a day"),
            Map.entry("emailPerMinute", "E-mails a minute"),
            Map.entry("emailPerDay", "E-mails a day"),
            Map.entry("emailPerRecipient", "E-mails to one address a day"),
            Map.entry("spendPerDay", "Milli-credits a day"),
            Map.entry("spendPerMonth", "Milli-credits a month"),
            Map.entry("usualMultiple", "Times as much as on a usual day"),
            Map.entry("usualFloor", "However little is usual, a day"));
    private static final List<String> ORDER = List.of(
            "smsPerMinute",
            "smsPerDay",
            "smsPerRecipient",
            "emailPerMinute",
            "emailPerDay",
            "emailPerRecipient",
            "spendPerDay",
            "spendPerMonth",
            "usualMultiple",
            "usualFloor");

    private final LimitTable limits;
    private final Visit visit;

    @Inject
    LimitPages(LimitTable limits, Visit visit) {
        this.limits = limits;
        this.visit = visit;
    }

    /** What the page shows. */
    public record View(String organization, String path, List<Field> fields, String prefixes, Filled form) {}

    /** A figure, and what holds now. */
    public record Field(String name, String label, String effective) {}

    @GET
    @ForOperator
    public Page show() {
        var own = limits.get(visit.organizationId());
        var values = new HashMap<String, String>();
        LimitsInput.figures(own).forEach((name, value) -> values.put(name, value.toString()));
        values.put("smsPrefixes", String.join(", ", own.smsPrefixes()));
        return page(Filled.with(values));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response put(Input in) {
        try {
            limits.put(visit.actor(), visit.organizationId(), LimitsInput.readForm(in));
            return Redirect.to("/operator/held");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Filled.refused(in, refusal)))
                    .build();
        }
    }

    private Page page(Filled form) {
        var organization = visit.organization();
        var effective = limits.effective(organization.id());
        var figures = LimitsInput.figures(effective);
        var fields = ORDER.stream()
                .map(name -> new Field(name, LABELS.getOrDefault(name, name), inWords(figures.getOrDefault(name, 0L))))
                .toList();
        var prefixes = effective.smsPrefixes().isEmpty() ? "all" : String.join(", ", effective.smsPrefixes());
        return Page.of(
                "guard/limits",
                "Limits",
                new View(
                        organization.name(),
                        "/operator/organizations/" + organization.slug() + "/limits",
                        fields,
                        prefixes,
                        form));
    }

    private static String inWords(long figure) {
        return figure == 0 ? "no limit" : Long.toString(figure);
    }
}
