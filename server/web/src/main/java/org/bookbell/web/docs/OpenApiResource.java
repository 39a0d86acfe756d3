package org.bookbell.web.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Objects;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;

/** Hands out the description of the REST interface as it was written: OpenAPI as {@code application/yaml} (RFC 9512). */
@Endpoint
@Path("/openapi")
@Produces("application/yaml")
public class OpenApiResource {

    @GET
    @Everybody
    public InputStream get() {
        return Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("/META-INF/openapi.yaml"));
    }
}
