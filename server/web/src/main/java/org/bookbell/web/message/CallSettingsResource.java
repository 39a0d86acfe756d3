package org.bookbell.web.message;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.message.calls.CallPolicy;
import org.bookbell.message.calls.CallSettings;
import org.bookbell.message.calls.UnknownPolicy;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** What an organization decided about its calls: what becomes of unknown messages, and who is told of new calls. */
@Endpoint
@Path("/api/v1/organizations/{org}/callSettings")
@Produces(MediaType.APPLICATION_JSON)
public class CallSettingsResource {

    private final CallSettings settings;
    private final Visit visit;

    @Inject
    CallSettingsResource(CallSettings settings, Visit visit) {
        this.settings = settings;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Response get() {
        return answer(settings.get(visit.organizationId()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response change(Input in, @Context HttpHeaders headers) {
        var unknown = in.find("unknown", Kind.choice(UnknownPolicy.class));
        var addresses = in.list("alertAddresses", CallSettings.MOST_ADDRESSES, Kind.EMAIL);
        in.orThrow();
        var current = settings.get(visit.organizationId());
        var version = Versions.seen(headers, current.version());
        return answer(
                settings.change(visit.actor(), visit.organizationId(), new CallPolicy(unknown, addresses, version)));
    }

    private Response answer(CallPolicy policy) {
        var view = new SettingsView(policy.unknown(), settings.usual(), policy.alertAddresses());
        return Versions.answer(view, policy.version());
    }

    /**
     * The settings as the API shows them.
     *
     * @param unknown absent where the server's, {@code usualUnknown}, holds
     */
    record SettingsView(Optional<UnknownPolicy> unknown, UnknownPolicy usualUnknown, List<String> alertAddresses) {}
}
