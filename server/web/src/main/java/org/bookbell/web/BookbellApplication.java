package org.bookbell.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The root of every REST resource and page. */
@ApplicationPath("/")
public class BookbellApplication extends Application {

    /** Jersey would answer OPTIONS with a WADL document of every route, and look for validators that are not used. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.beanValidation.disable.server", true);
    }
}
