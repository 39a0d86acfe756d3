package org.bookbell.web.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bookbell.access.Permission;
import org.bookbell.message.text.TemplateText;
import org.bookbell.message.text.Templates;
import org.bookbell.message.text.TextKey;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;

/** All texts of an organization in one language. */
@Endpoint
@Path("/o/{org}/setup/texts")
@Produces(MediaType.TEXT_HTML)
public class TextsPage {

    private static final int SHOWN = 110;

    private final Templates templates;
    private final Visit visit;

    @Inject
    TextsPage(Templates templates, Visit visit) {
        this.templates = templates;
        this.visit = visit;
    }

    /** Those in {@code language}, without one in the organization's. */
    @GET
    @Requires(Permission.MANAGE)
    public Page show(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var asked = in.find("language", Kind.LOCALE);
        in.orThrow();
        var ownLanguage = Locale.forLanguageTag(visit.organization().locale().getLanguage());
        var shown = asked.orElse(ownLanguage);
        var root = "/o/" + visit.organization().slug() + "/setup";
        var lines = TextKey.all()
                .sorted(Comparator.comparing(TextKey::audience).thenComparing(TextKey::kind))
                .map(key -> line(root, new TextPlace(key, shown)))
                .toList();
        var view = new TextsView(
                root + "/texts",
                visit.may(Permission.ADMINISTER) ? root : "",
                TextWords.language(shown),
                languages(shown, ownLanguage),
                lines);
        return Page.of("text/texts", "Texts", view);
    }

    private TextsView.Line line(String root, TextPlace place) {
        var text = templates.get(visit.organizationId(), place.key(), place.locale());
        return new TextsView.Line(
                root + "/texts" + place.path(),
                TextWords.what(place.key()),
                TextWords.to(place.key()),
                TextWords.by(place.key()),
                whose(text, place.locale()),
                shortened(text));
    }

    private static String whose(TemplateText text, Locale shown) {
        if (!text.locale().equals(shown)) {
            return "as in " + TextWords.language(text.locale());
        }
        return text.isOwn() ? "your own" : "";
    }

    private static String shortened(TemplateText text) {
        var line = (text.subject() == null ? text.body() : text.subject()).replace('\n', ' ');
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN).strip() + "…";
    }

    private List<TextsView.Language> languages(Locale shown, Locale ownLanguage) {
        var all = new HashSet<>(templates.languages());
        all.add(shown);
        all.add(ownLanguage);
        var written = templates.list(visit.organizationId()).stream()
                .map(entry -> entry.text().locale());
        return Stream.concat(all.stream(), written)
                .distinct()
                .map(locale -> new TextsView.Language(
                        locale.toLanguageTag(), TextWords.language(locale), locale.equals(shown)))
                .sorted(Comparator.comparing(TextsView.Language::name))
                .toList();
    }
}
