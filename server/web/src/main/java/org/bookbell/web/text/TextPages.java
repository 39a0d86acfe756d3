package org.bookbell.web.text;

import static org.bookbell.web.input.Kind.number;

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
import org.bookbell.access.Permission;
import org.bookbell.message.text.Templates;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** One text: to read, change, try and give up. A script shows while one types how it would be sent, else a button does. */
@Endpoint
@Path("/o/{org}/setup/texts/{key}/{locale}")
@Produces(MediaType.TEXT_HTML)
public class TextPages {

    private final Templates templates;
    private final TextShown shown;
    private final Visit visit;

    @Inject
    TextPages(Templates templates, TextShown shown, Visit visit) {
        this.templates = templates;
        this.shown = shown;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.MANAGE)
    public Page show(
            @PathParam("key") String key,
            @PathParam("locale") String locale,
            @QueryParam("now") @DefaultValue("") String now) {
        return shown.page(TextPlace.of(key, locale), notice(now));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.MANAGE)
    public Response change(@PathParam("key") String key, @PathParam("locale") String locale, Input in) {
        var place = TextPlace.of(key, locale);
        try {
            var text = TextInput.read(in, place.locale());
            var version = in.find("version", number(0, Integer.MAX_VALUE)).map(Integer::longValue);
            in.add(templates.faults(place.key(), text));
            in.orThrow();
            templates.change(visit.actor(), visit.organizationId(), place.key(), text, version);
            return Redirect.to(shown.path(place) + "?now=saved");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(shown.page(place, in, Filled.refused(in, refusal)))
                    .build();
        }
    }

    /** The page with what was typed and how it would be sent; nothing is kept. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.MANAGE)
    public Page preview(@PathParam("key") String key, @PathParam("locale") String locale, Input in) {
        return shown.page(TextPlace.of(key, locale), in, Filled.of(in));
    }

    /** Returns to the text of the house. */
    @POST
    @Path("reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.MANAGE)
    public Response reset(@PathParam("key") String key, @PathParam("locale") String locale) {
        var place = TextPlace.of(key, locale);
        templates.reset(visit.actor(), visit.organizationId(), place.key(), place.locale());
        return Redirect.to(shown.path(place) + "?now=reset");
    }

    private static String notice(String now) {
        return switch (now) {
            case "saved" -> "Saved. Messages from now on say it so.";
            case "reset" -> "Your own text is gone; the usual one is used again.";
            default -> "";
        };
    }
}
