package org.bookbell.web.operator;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bookbell.plugin.InstalledPlugins;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.page.Page;

/** The plugins that were found, as a page: what each is for, what it asks for, and why it is not used. */
@Endpoint
@Path("/operator/plugins")
@Produces(MediaType.TEXT_HTML)
public class PluginPages {

    private final InstalledPlugins plugins;

    @Inject
    PluginPages(InstalledPlugins plugins) {
        this.plugins = plugins;
    }

    @GET
    @ForOperator
    public Page list() {
        return Page.of("operator/plugins", "Plugins", PluginsView.of(plugins.list()));
    }
}
