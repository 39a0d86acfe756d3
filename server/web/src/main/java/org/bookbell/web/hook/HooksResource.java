package org.bookbell.web.hook;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.dispatch.receipt.HookOutcome;
import org.bookbell.dispatch.receipt.Hooks;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForProviders;
import org.bookbell.web.call.Call;
import org.bookbell.web.call.PublicUrl;

/** Where providers report receipts and replies; the gateway says what a call means. */
@Endpoint
@Path("/hooks/{channel}/{gateway}")
@Consumes(MediaType.WILDCARD)
public class HooksResource {

    private final Hooks hooks;
    private final HookLog log;
    private final Call call;
    private final PublicUrl publicUrl;

    @Inject
    HooksResource(Hooks hooks, HookLog log, Call call, PublicUrl publicUrl) {
        this.hooks = hooks;
        this.log = log;
        this.call = call;
        this.publicUrl = publicUrl;
    }

    @GET
    @ForProviders
    public Response get(
            @PathParam("channel") String channel,
            @PathParam("gateway") String gateway,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return take(channel, gateway, Optional.empty(), request(address, headers));
    }

    @POST
    @ForProviders
    public Response post(
            @PathParam("channel") String channel,
            @PathParam("gateway") String gateway,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return take(channel, gateway, Optional.empty(), request(address, headers));
    }

    @GET
    @Path("{token}")
    @ForProviders
    public Response getByToken(
            @PathParam("channel") String channel,
            @PathParam("gateway") String gateway,
            @PathParam("token") String token,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return take(channel, gateway, Optional.of(token), request(address, headers));
    }

    @POST
    @Path("{token}")
    @ForProviders
    public Response postByToken(
            @PathParam("channel") String channel,
            @PathParam("gateway") String gateway,
            @PathParam("token") String token,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return take(channel, gateway, Optional.of(token), request(address, headers));
    }

    private HookRequest request(UriInfo address, HttpHeaders headers) {
        if (call.body().length > HookRequest.MOST_BYTES) {
            throw new ProblemException(ProblemType.TOO_LARGE, "The body is larger than 256 KB.");
        }
        var uri = address.getRequestUri();
        var query = Optional.ofNullable(uri.getRawQuery());
        return new HookRequest(
                call.method(),
                uri.getRawPath(),
                query.orElse(""),
                headers.getRequestHeaders(),
                call.body(),
                publicUrl.of(uri.getRawPath() + query.map(text -> "?" + text).orElse("")));
    }

    private Response take(String channel, String gateway, Optional<String> token, HookRequest request) {
        var kind = kind(channel).orElseThrow(HooksResource::nothing);
        var outcome = hooks.take(kind, gateway, token, request);
        if (outcome instanceof HookOutcome.Taken taken) {
            return answer(taken.answer());
        }
        if (outcome instanceof HookOutcome.Forged forged) {
            log.refused(gateway, "forged", forged.detail());
            throw new ProblemException(ProblemType.FORBIDDEN, "The call is refused.");
        }
        if (outcome instanceof HookOutcome.Malformed malformed) {
            log.refused(gateway, "malformed", malformed.detail());
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The call cannot be read.");
        }
        if (outcome instanceof HookOutcome.Unready) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "The call cannot be taken now; call again.");
        }
        throw nothing();
    }

    private static Response answer(HookAnswer answer) {
        var response = Response.status(answer.status());
        if (!answer.body().isEmpty()) {
            response.type(answer.contentType()).entity(answer.body());
        }
        return response.build();
    }

    private static Optional<PluginKind> kind(String channel) {
        return Arrays.stream(PluginKind.values())
                .filter(kind -> kind != PluginKind.EXPORT)
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(channel))
                .findFirst();
    }

    private static ProblemException nothing() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }
}
