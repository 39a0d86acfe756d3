package org.bookbell.web.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.bookbell.access.Permission;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.text.Templates;
import org.bookbell.message.text.TextKey;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** The texts of an organization's messages; {@code preview} says how one would look and what it would cost. */
@Endpoint
@Path("/api/v1/organizations/{org}/templates")
@Produces(MediaType.APPLICATION_JSON)
public class TextsResource {

    private static final Kind<TextKey> KEY = Kind.value(
            new TextKey(MessageKind.REMINDER, Audience.CLIENT, Channel.SMS),
            TextKey::parse,
            "is no text; write one like reminder.client.sms.");

    private final Templates templates;
    private final Visit visit;

    @Inject
    TextsResource(Templates templates, Visit visit) {
        this.templates = templates;
        this.visit = visit;
    }

    /** All that are in use, or those in one language. */
    @GET
    @Requires(Permission.MANAGE)
    public Listing<TextJson> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var locale = in.find("locale", Kind.LOCALE);
        in.orThrow();
        return Listing.all(templates.list(visit.organizationId()).stream()
                .filter(entry ->
                        locale.isEmpty() || locale.get().equals(entry.text().locale()))
                .map(entry -> TextJson.of(entry.key(), entry.text()))
                .toList());
    }

    /** The text that a reader with this locale gets, perhaps in another one. */
    @GET
    @Path("{key}/{locale}")
    @Requires(Permission.MANAGE)
    public Response get(@PathParam("key") String key, @PathParam("locale") String locale) {
        return answer(TextPlace.of(key, locale));
    }

    @PUT
    @Path("{key}/{locale}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response change(
            @PathParam("key") String key, @PathParam("locale") String locale, Input in, @Context HttpHeaders headers) {
        var place = TextPlace.of(key, locale);
        var text = TextInput.read(in, place.locale());
        in.add(templates.faults(place.key(), text));
        in.orThrow();
        templates.change(visit.actor(), visit.organizationId(), place.key(), text, Versions.seen(headers));
        return answer(place);
    }

    /** Returns to the text of the house. */
    @DELETE
    @Path("{key}/{locale}")
    @Requires(Permission.MANAGE)
    public void reset(@PathParam("key") String key, @PathParam("locale") String locale) {
        var place = TextPlace.of(key, locale);
        templates.reset(visit.actor(), visit.organizationId(), place.key(), place.locale());
    }

    /** How a text would be sent to the client with the longest name; nothing is kept. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public TextJson.PreviewJson preview(Input in) {
        var key = in.find("key", KEY);
        in.check(in.isPresent("key"), "key", "A value for \"key\" is missing.");
        var text = TextInput.read(in, in.get("locale", Kind.LOCALE));
        key.ifPresent(known -> in.add(templates.faults(known, text)));
        in.orThrow();
        return TextJson.PreviewJson.of(templates.preview(visit.organizationId(), key.orElseThrow(), text));
    }

    private Response answer(TextPlace place) {
        var text = templates.get(visit.organizationId(), place.key(), place.locale());
        var variables = templates.variables(place.key()).stream().sorted().toList();
        return Versions.answer(
                TextJson.of(place.key(), text, variables),
                templates.version(visit.organizationId(), place.key(), place.locale()));
    }
}
