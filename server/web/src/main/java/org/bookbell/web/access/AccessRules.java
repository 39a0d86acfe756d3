package org.bookbell.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import org.bookbell.web.Endpoint;

/** Puts the rule that each route carries before it. */
@Provider
@Endpoint
public class AccessRules implements DynamicFeature {

    private final Visit visit;
    private final Credentials credentials;
    private final OrganizationIds organizations;
    private final CrossSiteGuard guard;

    @Inject
    AccessRules(Visit visit, Credentials credentials, OrganizationIds organizations, CrossSiteGuard guard) {
        this.visit = visit;
        this.credentials = credentials;
        this.organizations = organizations;
        this.guard = guard;
    }

    /** Made here and not by the container, which would search each request's bean for what to inject. */
    @Produces
    @RequestScoped
    static Visit begin() {
        return new Visit();
    }

    @Override
    public void configure(ResourceInfo route, FeatureContext context) {
        if (isJerseysOwn(route) || route.getResourceMethod().isAnnotationPresent(ForProviders.class)) {
            return;
        }
        var rule = Rule.of(route.getResourceMethod());
        ContainerRequestFilter filter = request -> {
            credentials.read(request);
            var named = request.getUriInfo().getPathParameters().getFirst("org");
            if (named != null) {
                organizations.show(named, visit);
            }
            rule.check(visit);
            guard.check(request);
        };
        context.register(filter, Priorities.AUTHENTICATION);
    }

    /** The answer to OPTIONS, which tells the methods of an address and nothing else. */
    private static boolean isJerseysOwn(ResourceInfo route) {
        return route.getResourceMethod().getDeclaringClass().getName().startsWith("org.glassfish.jersey.");
    }
}
