package org.bookbell.message.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts messages into words, just before they are sent: a text may be rendered again for another gateway. It reads on the
 * jobs' connections, outside any transaction of its caller.
 */
@Dependent
public class Renderer {

    private static final int LONGEST_SMS = 1600;
    private static final int LONGEST_SUBJECT = 200;

    private final JobsDatabase database;
    private final String publicUrl;

    @Inject
    public Renderer(
            JobsDatabase database,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.database = database;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * Writes a message.
     *
     * @param takesReplies whether the gateway that will carry it receives answers; only then does it ask for one
     */
    public Rendered render(Letter letter, boolean takesReplies) {
        return database.inTransaction(sql -> {
            var house = sql.find(
                            "SELECT name, sms_sender, email, locale FROM organization WHERE id = ?",
                            Renderer::house,
                            letter.organizationId())
                    .orElseThrow(() -> new IllegalStateException("message of no organization"));
            var text = TextChoice.of(letter.facts().to().locale(), house.locale())
                    .choose(language -> findOwn(sql, letter, language), letter.key());
            return write(letter.key(), text, letter.facts(), takesReplies, house.sender());
        });
    }

    /** Writes a message with a given text. */
    Rendered write(TextKey key, TemplateText text, MessageFacts facts, boolean takesReplies, Rendered.Sender sender) {
        var locale = TextChoice.localeOf(text, facts.to().locale());
        var values = Variables.of(facts, key.channel(), locale, publicUrl, takesReplies);
        var body = TemplateSyntax.fill(text.body(), values);
        var subject = Optional.ofNullable(text.subject())
                .map(line -> Typography.cut(Typography.line(TemplateSyntax.fill(line, values)), LONGEST_SUBJECT));
        var sent = key.channel() == Channel.SMS
                ? Typography.cut(Typography.sms(Typography.line(body)), LONGEST_SMS)
                : Typography.paragraphs(body) + "\n";
        return new Rendered(subject, sent, sender, unsubscribe(key, facts));
    }

    private Optional<URI> unsubscribe(TextKey key, MessageFacts facts) {
        return Optional.ofNullable(facts.appointment())
                .filter(told -> key.channel() == Channel.EMAIL && key.audience() == Audience.CLIENT)
                .flatMap(told -> Variables.selfLink(told, publicUrl))
                .map(link -> URI.create(link + "/unsubscribe"));
    }

    private static Optional<TemplateText> findOwn(Sql sql, Letter letter, Locale language) {
        return sql.find(
                "SELECT subject, body FROM message_template WHERE organization_id = ? AND kind = ? AND audience = ?"
                        + " AND channel = ? AND locale = ?",
                row -> new TemplateText(language, row.findText("subject").orElse(null), row.getText("body"), true),
                letter.organizationId(),
                letter.key().kind(),
                letter.key().audience(),
                letter.key().channel(),
                language.toLanguageTag());
    }

    private static House house(Row row) throws SQLException {
        return new House(
                new Rendered.Sender(row.getText("name"), row.findText("sms_sender"), row.findText("email")),
                Locale.forLanguageTag(row.getText("locale")));
    }

    private record House(Rendered.Sender sender, Locale locale) {}
}
