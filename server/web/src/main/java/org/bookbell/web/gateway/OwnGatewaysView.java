package org.bookbell.web.gateway;

import java.util.List;

/** An organization's own gateways at a glance. */
record OwnGatewaysView(
        String setup,
        String path,
        String routes,
        String notice,
        String refusal,
        List<GatewayLine> gateways,
        List<ProviderLine> providers,
        List<ChannelLine> channels) {

    /** A provider that a new gateway may use. */
    record ProviderLine(String kind, String name, String label) {}

    /**
     * What is done over a channel where the organization's own gateways cannot be used.
     *
     * @param warning what follows at the moment; empty if nothing bad does
     */
    record ChannelLine(String field, String name, boolean fallsBack, String warning) {}
}
