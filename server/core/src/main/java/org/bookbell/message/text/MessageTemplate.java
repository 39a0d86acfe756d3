package org.bookbell.message.text;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.jspecify.annotations.Nullable;

/** A text that an organization wrote in place of the house's. */
@Entity
@Table(name = "message_template")
class MessageTemplate {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private MessageKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "audience")
    private Audience audience;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private Channel channel;

    @Column(name = "locale")
    private String locale;

    @Column(name = "subject")
    private @Nullable String subject;

    @Column(name = "body")
    private String body;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MessageTemplate() {}

    @SuppressWarnings("NullAway.Init") // adopt fills the rest
    MessageTemplate(long id, long organizationId, TextKey key, TemplateText text) {
        this.id = id;
        this.organizationId = organizationId;
        this.kind = key.kind();
        this.audience = key.audience();
        this.channel = key.channel();
        this.locale = text.locale().toLanguageTag();
        adopt(text);
    }

    /** Takes over {@code text}, which was checked. */
    final void adopt(TemplateText text) {
        subject = text.subject();
        body = text.body();
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    TextKey key() {
        return new TextKey(kind, audience, channel);
    }

    TemplateText text() {
        return new TemplateText(Locale.forLanguageTag(locale), subject, body, true);
    }
}
