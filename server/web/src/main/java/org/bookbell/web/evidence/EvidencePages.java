package org.bookbell.web.evidence;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bookbell.dispatch.evidence.EvidenceByWeek;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Words;

/** What gateways made of the messages they got, as a page. */
@Endpoint
@Path("/operator/evidence")
@Produces(MediaType.TEXT_HTML)
public class EvidencePages {

    private static final String PATH = "/operator/evidence";

    private final EvidenceByWeek evidence;
    private final Gateways gateways;
    private final Bundle bundle;
    private final Clock clock;

    @Inject
    EvidencePages(EvidenceByWeek evidence, Gateways gateways, Bundle bundle, Clock clock) {
        this.evidence = evidence;
        this.gateways = gateways;
        this.bundle = bundle;
        this.clock = clock;
    }

    @GET
    @ForOperator
    public Page show(@Context UriInfo address) {
        var query = EvidenceQuery.read(FormInput.ofQuery(address.getQueryParameters()), clock);
        var countedAt =
                evidence.countedAt().map(at -> Words.moment(at, ZoneOffset.UTC)).orElse("");
        return Page.of(
                "evidence/evidence",
                "Evidence",
                EvidenceView.of(
                        countedAt,
                        evidence.list(query.week(), query.weeks(), query.gateway()),
                        PATH,
                        gateways.list().stream().map(GatewayView::name).toList(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    /** A ZIP for a provider's support, of the days {@code from} to {@code until}, both included. */
    @GET
    @Path("bundle")
    @Produces("application/zip")
    @ForOperator
    public Response bundle(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var gateway = in.get("gateway", text(2, 101));
        var from = in.get("from", Kind.DATE);
        var until = in.get("until", Kind.DATE);
        in.orThrow();
        return bundle.answer(
                in,
                gateway,
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
