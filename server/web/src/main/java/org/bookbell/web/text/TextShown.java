package org.bookbell.web.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import org.bookbell.client.Channel;
import org.bookbell.message.text.TemplateText;
import org.bookbell.message.text.Templates;
import org.bookbell.message.text.TextKey;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;

/** Gathers what the page of one text shows. */
@Dependent
class TextShown {

    private final Templates templates;
    private final Visit visit;

    @Inject
    TextShown(Templates templates, Visit visit) {
        this.templates = templates;
        this.visit = visit;
    }

    /** The text that is in use. */
    Page page(TextPlace place, String notice) {
        var text = inUse(place);
        var values = new HashMap<String, String>();
        values.put("body", text.body());
        values.put("version", String.valueOf(version(place)));
        if (text.subject() != null) {
            values.put("subject", text.subject());
        }
        return page(place, preview(place.key(), text), notice, Filled.with(values));
    }

    /** What was typed instead. */
    Page page(TextPlace place, Input typed, Filled form) {
        return page(place, preview(place.key(), TextInput.read(typed, place.locale())), "", form);
    }

    String path(TextPlace place) {
        return texts() + place.path();
    }

    private Page page(TextPlace place, TextView.Preview preview, String notice, Filled form) {
        var key = place.key();
        var title = TextWords.what(key) + " to " + TextWords.to(key) + " by " + TextWords.by(key) + ", "
                + TextWords.language(place.locale());
        var view = new TextView(
                path(place),
                texts() + "?language=" + place.locale().toLanguageTag(),
                title,
                origin(place),
                version(place) > 0,
                key.channel() == Channel.EMAIL,
                Templates.longest(key.channel()),
                templates.variables(key).stream().sorted().toList(),
                preview,
                notice,
                form);
        return Page.of("text/text", title, view);
    }

    private String origin(TextPlace place) {
        var text = inUse(place);
        if (!text.locale().equals(place.locale())) {
            return "There is no text in this language: whoever reads it gets the one in "
                    + TextWords.language(text.locale()) + " until you write one.";
        }
        return text.isOwn()
                ? "This is your own text."
                : "This is the usual text; once you save another one, yours is used.";
    }

    private TextView.Preview preview(TextKey key, TemplateText text) {
        try {
            var preview = templates.preview(visit.organizationId(), key, text);
            return new TextView.Preview(
                    List.of(),
                    preview.subject().orElse(""),
                    preview.text(),
                    preview.sms().map(TextWords::cost).orElse(""),
                    preview.sms().map(TextWords::warning).orElse(""));
        } catch (ProblemException refusal) {
            var faults = refusal.faults().stream().map(Fault::detail).distinct().toList();
            return new TextView.Preview(faults, "", "", "", "");
        }
    }

    private TemplateText inUse(TextPlace place) {
        return templates.get(visit.organizationId(), place.key(), place.locale());
    }

    private long version(TextPlace place) {
        return templates.version(visit.organizationId(), place.key(), place.locale());
    }

    private String texts() {
        return "/o/" + visit.organization().slug() + "/setup/texts";
    }
}
