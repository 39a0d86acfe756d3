package org.bookbell.web.credit;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.credit.CreditEntries;
import org.bookbell.credit.CreditEntry;
import org.bookbell.credit.Credits;
import org.bookbell.credit.EntryKind;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Words;

/** The account for text messages, as a page. */
@Endpoint
@Path("/o/{org}/credits")
@Produces(MediaType.TEXT_HTML)
public class CreditsPage {

    private static final int LAST = 50;

    private final Credits credits;
    private final CreditEntries entries;
    private final Visit visit;
    private final Clock clock;

    @Inject
    CreditsPage(Credits credits, CreditEntries entries, Visit visit, Clock clock) {
        this.credits = credits;
        this.entries = entries;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.MANAGE)
    public Page show() {
        var organization = visit.organization();
        var account = credits.get(organization.id());
        var month = Month.of(clock.instant(), organization.zone());
        var lines = entries.listBefore(organization.id(), Optional.empty(), LAST).stream()
                .map(entry -> line(entry, organization.zone()))
                .toList();
        var statements = "/api/v1/organizations/" + organization.slug() + "/credits/statement?month=";
        return Page.of(
                "credit/credits",
                "Credits",
                new CreditsPageView(
                        Amounts.credits(account.balance()),
                        Amounts.credits(account.reserved()),
                        lines,
                        statements + month.month(),
                        statements + month.month().minusMonths(1)));
    }

    private CreditsPageView.Line line(CreditEntry entry, ZoneId zone) {
        return new CreditsPageView.Line(
                Words.moment(entry.at(), zone),
                words(entry),
                Amounts.credits(entry.amount()),
                Amounts.credits(entry.balance()),
                entry.messageId()
                        .map(id -> "/o/" + visit.organization().slug() + "/messages/" + Ids.text(id))
                        .orElse(""));
    }

    private static String words(CreditEntry entry) {
        if (entry.kind() == EntryKind.REFUND) {
            return entry.noCharge() ? "Free: a gateway had failed" : "Given back: it did not arrive";
        }
        var words = switch (entry.kind()) {
            case PURCHASE -> "Bought";
            case GRANT -> "Granted";
            case RESERVE -> "Set aside for a message";
            case RELEASE -> "No longer set aside";
            default -> "Message sent";
        };
        return words + entry.reference().map(reference -> ": " + reference).orElse("");
    }
}
