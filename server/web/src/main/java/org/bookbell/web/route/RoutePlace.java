package org.bookbell.web.route;

/**
 * Where routes are decided by pages.
 *
 * @param list where the gateways are
 * @param listName what that is called
 * @param organizationId whose routes; 0 for the server's
 */
record RoutePlace(String path, String list, String listName, long organizationId) {}
