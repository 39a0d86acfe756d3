package org.bookbell.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The root of every REST resource and page. */
@ApplicationPath("/")
public class BookbellApplication extends Application {

    /**
     * Jersey would answer OPTIONS with a WADL document of every route, make a Location absolute by the Host header, and
     * look for validators that are not used.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.headers.location.relative.resolution.disabled", true,
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.beanValidation.disable.server", true);
    }
}
