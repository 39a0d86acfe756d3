package org.bookbell.bench.control;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The least that a resource can do. */
@Path("/hello")
public class HelloResource {

    @GET
    @Produces("application/json")
    public String greet() {
        return "{\"hello\":\"world\"}";
    }
}
