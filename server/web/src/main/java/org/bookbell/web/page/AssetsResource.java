package org.bookbell.web.page;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;

/** Hands out the scripts and styles, to be kept for a year. */
@Endpoint
@Path("/assets/{version}/{name}")
public class AssetsResource {

    private final Assets assets;

    @Inject
    AssetsResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Everybody
    public Response get(@PathParam("name") String name) {
        var content = assets.find(name).orElseThrow(() -> ProblemException.notFound("file"));
        var answer = Response.ok(content, Assets.mediaType(name))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        return name.equals(Assets.WORKER)
                ? answer.header("Service-Worker-Allowed", "/o/").build()
                : answer.build();
    }
}
