package org.bookbell.message.text;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.storage.Ids;
import org.bookbell.storage.UseCase;

/** The texts of an organization: those of the house until it writes its own. */
@UseCase
public class Templates {

    private final EntityManager entities;
    private final Organizations organizations;
    private final Clients clients;
    private final Renderer renderer;
    private final Ids ids;
    private final Audit audit;

    @Inject
    public Templates(
            EntityManager entities,
            Organizations organizations,
            Clients clients,
            Renderer renderer,
            Ids ids,
            Audit audit) {
        this.entities = entities;
        this.organizations = organizations;
        this.clients = clients;
        this.renderer = renderer;
        this.ids = ids;
        this.audit = audit;
    }

    /** The variables that a text may use. */
    public Set<String> variables(TextKey key) {
        return Variables.namesFor(key);
    }

    /** The languages in which the house has texts. */
    public Set<Locale> languages() {
        return BuiltInTexts.languages();
    }

    /** The text that a reader with {@code locale} gets. */
    public TemplateText get(long organizationId, TextKey key, Locale locale) {
        checkExists(key);
        var organization = organizations.get(organizationId);
        return TextChoice.of(locale, organization.locale())
                .choose(language -> find(organizationId, key, language).map(MessageTemplate::text), key);
    }

    /** Writes an own text; it is used from the next message on. */
    public TemplateText change(Actor actor, long organizationId, TextKey key, TemplateText text) {
        check(key, text);
        organizations.get(organizationId);
        var own = find(organizationId, key, text.locale()).orElseGet(() -> {
            var created = new MessageTemplate(ids.next(), organizationId, key, text);
            entities.persist(created);
            return created;
        });
        own.adopt(text);
        audit.record(actor, organizationId, "template.changed", "template", own.id(), key.resource());
        return own.text();
    }

    /** Returns to the text of the house. */
    public void reset(Actor actor, long organizationId, TextKey key, Locale locale) {
        find(organizationId, key, locale).ifPresent(own -> {
            entities.remove(own);
            audit.record(actor, organizationId, "template.reset", "template", own.id(), key.resource());
        });
    }

    /** How a text would look and what it would cost, with the longest name of a client; nothing is kept. */
    public TextPreview preview(long organizationId, TextKey key, TemplateText text) {
        check(key, text);
        var organization = organizations.get(organizationId);
        var facts = Sample.facts(key, organization, text.locale(), clients.findLongestName(organizationId));
        var sender = new Rendered.Sender(organization.name(), organization.smsSender(), organization.email());
        var rendered = renderer.write(key, text, facts, false, sender);
        var sms = key.channel() == Channel.SMS ? Optional.of(SmsText.of(rendered.text())) : Optional.<SmsText>empty();
        return new TextPreview(rendered.subject(), rendered.text(), sms);
    }

    /** All own texts of an organization, with what they are for. */
    public List<OwnText> list(long organizationId) {
        return entities.createQuery(
                        "SELECT t FROM MessageTemplate t WHERE t.organizationId = :organization ORDER BY t.id",
                        MessageTemplate.class)
                .setParameter("organization", organizationId)
                .getResultStream()
                .map(own -> new OwnText(own.key(), own.text()))
                .toList();
    }

    /** A text that an organization wrote, and what for. */
    public record OwnText(TextKey key, TemplateText text) {}

    private Optional<MessageTemplate> find(long organizationId, TextKey key, Locale locale) {
        return entities.createQuery(
                        "SELECT t FROM MessageTemplate t WHERE t.organizationId = :organization AND t.kind = :kind"
                                + " AND t.audience = :audience AND t.channel = :channel AND t.locale = :locale",
                        MessageTemplate.class)
                .setParameter("organization", organizationId)
                .setParameter("kind", key.kind())
                .setParameter("audience", key.audience())
                .setParameter("channel", key.channel())
                .setParameter("locale", locale.toLanguageTag())
                .getResultStream()
                .findFirst();
    }

    private static void check(TextKey key, TemplateText text) {
        checkExists(key);
        var faults = new Faults();
        var tag = text.locale().toLanguageTag();
        faults.check(
                !text.locale().getLanguage().isEmpty() && tag.length() <= 20,
                "/locale",
                "The locale must be a language tag like \"de\" or \"de-CH\".");
        TemplateSyntax.check(key, text, faults);
        faults.throwIfAny();
    }

    private static void checkExists(TextKey key) {
        if (!key.exists()) {
            throw ProblemException.notFound("text");
        }
    }
}
