package org.bookbell.web.demo;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.gateway.GatewayChange;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.SignedIn;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the simulated gateways took, for the members of a demonstration and for operators. */
@Endpoint
@Path("/demo")
@Produces(MediaType.TEXT_HTML)
public class DemoPages {

    private static final int MOST = 60;
    private static final String BEHAVIOR = "behavior";

    private final Plugins plugins;
    private final Gateways gateways;
    private final Visit visit;
    private final Clock clock;
    private final boolean demo;

    @Inject
    DemoPages(
            Plugins plugins,
            Gateways gateways,
            Visit visit,
            Clock clock,
            @ConfigProperty(name = "bookbell.demo", defaultValue = "false") boolean demo) {
        this.plugins = plugins;
        this.gateways = gateways;
        this.visit = visit;
        this.clock = clock;
        this.demo = demo;
    }

    @GET
    @Path("phones")
    @SignedIn
    public Page phones(
            @QueryParam("played") @DefaultValue("") String played,
            @QueryParam("gateway") @DefaultValue("") String gateway,
            @QueryParam("phone") @DefaultValue("") String phone,
            @QueryParam("sender") @DefaultValue("") String sender,
            @QueryParam("to") @DefaultValue("") String to) {
        requireDemo();
        var answering = new OutboxView.Answering(gateway, phone, sender);
        return page(PluginKind.SMS, played, new OutboxView.Wanted("/demo/phones", to), answering);
    }

    @GET
    @Path("mailbox")
    @SignedIn
    public Page mailbox(
            @QueryParam("played") @DefaultValue("") String played, @QueryParam("to") @DefaultValue("") String to) {
        requireDemo();
        var wanted = new OutboxView.Wanted("/demo/mailbox", to);
        return page(PluginKind.EMAIL, played, wanted, OutboxView.Answering.NOBODY);
    }

    /** A file of an e-mail, as its reader would save it. */
    @GET
    @Path("mailbox/files/{key}")
    @SignedIn
    public Response file(@PathParam("key") String key) {
        requireDemo();
        var found = outboxes(PluginKind.EMAIL)
                .flatMap(mailbox -> mailbox.list(Integer.MAX_VALUE).stream())
                .flatMap(entry -> entry.attachments().stream())
                .map(ShownFile::of)
                .filter(file -> file.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("file"));
        return Response.ok(found.file().content(), found.file().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + found.quotedName() + "\"")
                .build();
    }

    /** Makes a simulated gateway behave in another way. */
    @POST
    @Path("play")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response play(Input in) {
        requireDemo();
        var name = in.get("gateway", text(2, 101));
        var behavior = in.get(BEHAVIOR, text(1, 40));
        in.orThrow();
        var gateway = gateways.get(name);
        var settings = new HashMap<>(gateway.settings());
        settings.put(BEHAVIOR, behavior);
        var change =
                new GatewayChange(gateway.version(), gateway.sender(), settings, gateway.enabled(), gateway.position());
        gateways.change(visit.actor(), name, change);
        return Redirect.to((gateway.kind() == PluginKind.SMS ? "/demo/phones" : "/demo/mailbox") + "?played=" + name);
    }

    /** Answers a message from one of the phones. */
    @POST
    @Path("answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response answer(Input in) {
        requireDemo();
        var gateway = in.get("gateway", text(2, 101));
        var phone = in.get("phone", text(4, 20));
        var sender = in.get("sender", text(1, 40));
        var words = in.get("text", text(1, 1600));
        in.orThrow();
        var isSent = outboxes(PluginKind.SMS).anyMatch(phones -> phones.answer(gateway, phone, sender, words));
        if (!isSent) {
            throw ProblemException.notFound("gateway of simulated phones");
        }
        return Redirect.to("/demo/phones");
    }

    private void requireDemo() {
        if (!demo) {
            visit.caller().requireOperator();
        }
    }

    private Page page(PluginKind kind, String played, OutboxView.Wanted wanted, OutboxView.Answering answering) {
        var title = kind == PluginKind.SMS ? "Simulated phones" : "Local mailbox";
        var now = clock.instant();
        var taken = outboxes(kind)
                .flatMap(provider -> provider.list(Integer.MAX_VALUE).stream()
                        .filter(entry -> entry.to().contains(wanted.to()))
                        .limit(MOST))
                .map(entry -> OutboxView.Taken.of(entry, now))
                .toList();
        var players = players(kind);
        var notice = players.stream()
                .filter(player -> player.gateway().equals(played))
                .map(player ->
                        "From now on, the gateway “" + played + "” " + OutboxView.inWords(player.behavior()) + ".")
                .findFirst()
                .orElse("");
        return Page.of("demo/outbox", title, new OutboxView(title, wanted, notice, players, answering, taken));
    }

    private Stream<Outbox> outboxes(PluginKind kind) {
        return plugins.listProviders(kind).stream()
                .filter(Outbox.class::isInstance)
                .map(Outbox.class::cast);
    }

    private List<OutboxView.Player> players(PluginKind kind) {
        return gateways.list().stream()
                .filter(gateway -> gateway.kind() == kind && gateway.enabled())
                .flatMap(gateway -> gateway.declared().stream()
                        .filter(setting -> setting.name().equals(BEHAVIOR))
                        .map(setting -> new OutboxView.Player(
                                gateway.name(),
                                setting.choices(),
                                gateway.settings().getOrDefault(BEHAVIOR, setting.defaultValue()))))
                .toList();
    }
}
