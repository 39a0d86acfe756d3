package org.bookbell.message.text;

import com.samskivert.mustache.Template;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts messages into words, just before they are sent: a text may be rendered again for another gateway. It reads on the
 * jobs' connections, outside any transaction of its caller.
 */
@Dependent
public class Renderer {

    private static final int LONGEST_SMS = 1600;
    private static final int LONGEST_SUBJECT = 200;
    private static final String HOUSE = "SELECT o.name, o.sms_sender, o.email, o.locale, t.locale AS text_locale,"
            + " t.subject, t.body FROM organization o LEFT JOIN message_template t ON t.organization_id = o.id"
            + " AND t.kind = ? AND t.audience = ? AND t.channel = ? WHERE o.id = ?";

    /** Organization 0: the server itself tells its operators something. */
    private static final long SERVER = 0;

    private static final House OF_SERVER =
            new House(new Rendered.Sender("Bookbell", Optional.empty(), Optional.empty()), Locale.ENGLISH, Map.of());

    private final JobsDatabase database;
    private final String publicUrl;
    private final Optional<Memory> memory;

    /** What was looked up and read before, where that is remembered. */
    private record Memory(Map<HouseKey, House> houses, Map<String, Template> templates) {}

    @Inject
    public Renderer(
            JobsDatabase database,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this(database, publicUrl.replaceAll("/+$", ""), Optional.empty());
    }

    private Renderer(JobsDatabase database, String publicUrl, Optional<Memory> memory) {
        this.database = database;
        this.publicUrl = publicUrl;
        this.memory = memory;
    }

    /** The same for one batch on one thread: what an organization is called and writes itself is looked up once, and each text read once. */
    public Renderer remembering() {
        return new Renderer(database, publicUrl, Optional.of(new Memory(new HashMap<>(), new HashMap<>())));
    }

    /**
     * Writes a message.
     *
     * @param takesReplies whether the gateway that will carry it receives answers; only then does it ask for one
     */
    public Rendered render(Letter letter, boolean takesReplies) {
        var house = house(new HouseKey(letter.organizationId(), letter.key()));
        var text = TextChoice.of(letter.facts().to().locale(), house.locale())
                .choose(language -> Optional.ofNullable(house.texts().get(language)), letter.key());
        return write(letter.key(), text, letter.facts(), takesReplies, house.sender());
    }

    /** Writes many messages, in their order. */
    public List<Rendered> renderAll(List<Letter> letters, boolean takesReplies) {
        var renderer = remembering();
        return letters.stream()
                .map(letter -> renderer.render(letter, takesReplies))
                .toList();
    }

    /** Writes a message with a given text. */
    Rendered write(TextKey key, TemplateText text, MessageFacts facts, boolean takesReplies, Rendered.Sender sender) {
        var locale = TextChoice.localeOf(text, facts.to().locale());
        var values = Variables.of(facts, key.channel(), locale, publicUrl, takesReplies);
        var body = fill(text.body(), values);
        var subject = Optional.ofNullable(text.subject())
                .map(line -> Typography.cut(Typography.line(fill(line, values)), LONGEST_SUBJECT));
        var sent = key.channel() == Channel.SMS
                ? Typography.cut(Typography.sms(Typography.line(body)), LONGEST_SMS)
                : Typography.paragraphs(body) + "\n";
        return new Rendered(subject, sent, sender, unsubscribe(key, facts));
    }

    private String fill(String text, Map<String, Object> values) {
        return memory.map(known -> known.templates().computeIfAbsent(text, TemplateSyntax::compile))
                .orElseGet(() -> TemplateSyntax.compile(text))
                .execute(values);
    }

    private Optional<URI> unsubscribe(TextKey key, MessageFacts facts) {
        return Optional.ofNullable(facts.appointment())
                .filter(told -> key.channel() == Channel.EMAIL && key.audience() == Audience.CLIENT)
                .flatMap(told -> Variables.selfLink(told, publicUrl))
                .map(link -> URI.create(link + "/unsubscribe"));
    }

    private House house(HouseKey key) {
        return memory.map(known -> known.houses().computeIfAbsent(key, this::lookUp))
                .orElseGet(() -> lookUp(key));
    }

    private House lookUp(HouseKey of) {
        var key = of.text();
        var lines = database.withoutTransaction(
                sql -> sql.list(HOUSE, Renderer::line, key.kind(), key.audience(), key.channel(), of.organizationId()));
        if (lines.isEmpty() && of.organizationId() == SERVER) {
            return OF_SERVER;
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("message of no organization");
        }
        var texts = lines.stream()
                .flatMap(line -> line.text().stream())
                .collect(Collectors.toMap(TemplateText::locale, text -> text));
        return new House(lines.get(0).sender(), lines.get(0).locale(), texts);
    }

    private static Line line(Row row) throws SQLException {
        var text = row.findText("body");
        return new Line(
                new Rendered.Sender(row.getText("name"), row.findText("sms_sender"), row.findText("email")),
                Locale.forLanguageTag(row.getText("locale")),
                text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TemplateText(
                                Locale.forLanguageTag(row.getText("text_locale")),
                                row.findText("subject").orElse(null),
                                text.get(),
                                true)));
    }

    /** An organization with one of its own texts, or none. */
    private record Line(Rendered.Sender sender, Locale locale, Optional<TemplateText> text) {}

    /** Which texts of an organization are meant. */
    private record HouseKey(long organizationId, TextKey text) {}

    /** An organization with its own texts by their language. */
    private record House(Rendered.Sender sender, Locale locale, Map<Locale, TemplateText> texts) {}
}
