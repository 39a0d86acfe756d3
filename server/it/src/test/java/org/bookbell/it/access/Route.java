package org.bookbell.it.access;

import java.util.Optional;

/**
 * A route of the REST interface.
 *
 * @param path with {@code {org}} for the organization, and {@code {id}} for a thing of it
 * @param thing what {@code {id}} names, if the path has one
 * @param body that the route accepts where it names a thing, and refuses for its form where it names none, so that no
 *     caller changes anything
 */
record Route(String method, String path, Right right, Optional<Thing> thing, Optional<String> body) {

    String name() {
        return method + " " + path;
    }

    boolean isOfAnOrganization() {
        return path.contains("{org}");
    }

    @Override
    public String toString() {
        return name();
    }
}
