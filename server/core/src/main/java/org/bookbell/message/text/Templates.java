package org.bookbell.message.text;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Fault;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** The texts of an organization: those of the house until it writes its own. */
@UseCase
public class Templates {

    private static final int LONGEST_LOCALE = 20;

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

    /** How many characters a text for this channel may have. */
    public static int longest(Channel channel) {
        return TemplateSyntax.longest(channel);
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

    /**
     * The version of the organization's own text in exactly this language, raised by each change; 0 where the house, or a
     * text in another language, speaks.
     */
    public long version(long organizationId, TextKey key, Locale locale) {
        return find(organizationId, key, locale).map(MessageTemplate::version).orElse(0L);
    }

    /** What is wrong with a text, all at once; nothing is kept. */
    public List<Fault> faults(TextKey key, TemplateText text) {
        checkExists(key);
        var faults = new Faults();
        var tag = text.locale().toLanguageTag();
        faults.check(
                !text.locale().getLanguage().isEmpty() && tag.length() <= LONGEST_LOCALE,
                "/locale",
                "The locale must be a language tag like \"de\" or \"de-CH\".");
        TemplateSyntax.check(key, text, faults);
        return faults.list();
    }

    /**
     * Writes an own text; it is used from the next message on.
     *
     * @param version the {@linkplain #version version} that the caller saw; empty if any will do
     */
    public TemplateText change(
            Actor actor, long organizationId, TextKey key, TemplateText text, Optional<Long> version) {
        check(key, text);
        entities.lock(organizations.get(organizationId), LockModeType.PESSIMISTIC_WRITE);
        var own = find(organizationId, key, text.locale());
        long current = own.map(MessageTemplate::version).orElse(0L);
        if (version.filter(seen -> seen != current).isPresent()) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION, "The text was changed meanwhile; read it again, then change it.");
        }
        var kept = own.orElseGet(() -> create(organizationId, key, text));
        kept.adopt(text);
        audit.record(actor, organizationId, "template.changed", "template", kept.id(), key.name());
        return kept.text();
    }

    private MessageTemplate create(long organizationId, TextKey key, TemplateText text) {
        var created = new MessageTemplate(ids.next(), organizationId, key, text);
        entities.persist(created);
        return created;
    }

    /** Returns to the text of the house. */
    public void reset(Actor actor, long organizationId, TextKey key, Locale locale) {
        checkExists(key);
        find(organizationId, key, locale).ifPresent(own -> {
            entities.remove(own);
            audit.record(actor, organizationId, "template.reset", "template", own.id(), key.name());
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

    /**
     * All texts that are in use: those of the house in each of its languages, an organization's own in their place, and
     * those that it wrote in other languages.
     */
    public List<Entry> list(long organizationId) {
        var own = entities.createQuery(
                        "SELECT t FROM MessageTemplate t WHERE t.organizationId = :organization", MessageTemplate.class)
                .setParameter("organization", organizationId)
                .getResultStream()
                .map(each -> new Entry(each.key(), each.text()))
                .toList();
        var ofHouse = TextKey.all()
                .flatMap(key -> languages().stream()
                        .flatMap(language -> BuiltInTexts.find(key, language).stream())
                        .map(text -> new Entry(key, text)))
                .filter(entry -> own.stream().noneMatch(entry::isReplacedBy));
        return Stream.concat(own.stream(), ofHouse)
                .sorted(Comparator.comparing((Entry entry) -> entry.key().kind())
                        .thenComparing(entry -> entry.key().audience())
                        .thenComparing(entry -> entry.key().channel())
                        .thenComparing(entry -> entry.text().locale().toLanguageTag()))
                .toList();
    }

    /** A text, and what for. */
    public record Entry(TextKey key, TemplateText text) {

        private boolean isReplacedBy(Entry other) {
            return key.equals(other.key) && text.locale().equals(other.text.locale());
        }
    }

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

    private void check(TextKey key, TemplateText text) {
        var faults = faults(key, text);
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, faults);
        }
    }

    private static void checkExists(TextKey key) {
        if (!key.exists()) {
            throw ProblemException.notFound("text");
        }
    }
}
