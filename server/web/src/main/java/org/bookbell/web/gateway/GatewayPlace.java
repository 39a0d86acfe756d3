package org.bookbell.web.gateway;

import org.bookbell.web.access.Visit;

/**
 * Where gateways are kept by pages.
 *
 * @param path of the list of gateways' pages, before a name
 * @param list where the list is
 * @param listName what the list is called
 * @param prefix what the names of new gateways begin with
 * @param organizationId whose gateways; 0 for the server's
 */
record GatewayPlace(String path, String list, String listName, String prefix, long organizationId) {

    static final GatewayPlace OPERATOR = new GatewayPlace("/operator/gateways", "/operator", "Operator", "", 0);

    /** The pages of the organization that is visited. */
    static GatewayPlace of(Visit visit) {
        var slug = visit.organization().slug();
        var path = "/o/" + slug + "/setup/gateways";
        return new GatewayPlace(path, path, "Gateways", slug + ".", visit.organizationId());
    }
}
