package org.bookbell.web.credit;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bookbell.credit.price.Prices;
import org.bookbell.credit.price.SmsPrice;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;

/** What a segment of a text message costs, by destination. */
@Endpoint
@Path("/api/v1/operator/prices")
@Produces(MediaType.APPLICATION_JSON)
public class PricesResource {

    private static final int LONGEST_PREFIX = 16;

    private final Prices prices;
    private final Visit visit;

    @Inject
    PricesResource(Prices prices, Visit visit) {
        this.prices = prices;
        this.visit = visit;
    }

    @GET
    @ForOperator
    public Listing<SmsPrice> list() {
        return Listing.all(prices.list());
    }

    /** Sets all prices anew; without any everything is free. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Listing<SmsPrice> replace(Input in) {
        var given = in.objects("prices", Prices.MOST).stream()
                .map(each -> new SmsPrice(
                        each.get("prefix", text(0, LONGEST_PREFIX)), each.get("milliCredits", Amounts.NOT_NEGATIVE)))
                .toList();
        in.check(in.isPresent("prices"), "prices", "An array \"prices\" is missing; an empty one makes all free.");
        in.orThrow();
        return Listing.all(prices.replace(visit.actor(), given));
    }
}
