package org.bookbell.web.evidence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bookbell.dispatch.evidence.SupportBundle;
import org.bookbell.dispatch.evidence.SupportBundle.Period;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.web.input.Input;

/** Answers with a bundle, which is written while it is read. */
@Dependent
class Bundle {

    private final SupportBundle bundle;
    private final Gateways gateways;

    @Inject
    Bundle(SupportBundle bundle, Gateways gateways) {
        this.bundle = bundle;
        this.gateways = gateways;
    }

    Response answer(Input in, String gateway, Instant from, Instant until) {
        in.check(
                from.isBefore(until) && Duration.between(from, until).compareTo(SupportBundle.LONGEST) <= 0,
                "until",
                "The end must lie after the beginning, 31 days at most.");
        in.orThrow();
        var period = new Period(gateways.get(gateway).name(), from, until);
        StreamingOutput body = out -> bundle.write(period, out);
        var name = "bookbell-" + gateway + "-" + from.atZone(ZoneOffset.UTC).toLocalDate() + ".zip";
        return Response.ok(body, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
