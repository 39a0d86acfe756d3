package org.bookbell.web.text;

import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.text.TemplateText;
import org.bookbell.message.text.TextKey;
import org.bookbell.message.text.TextPreview;
import org.bookbell.spi.gateway.SmsText;

/**
 * A text as the API shows it.
 *
 * @param own whether the organization wrote it
 * @param variables absent where many are listed
 */
record TextJson(
        String key,
        MessageKind kind,
        Audience audience,
        Channel channel,
        String locale,
        boolean own,
        Optional<String> subject,
        String body,
        Optional<List<String>> variables) {

    static TextJson of(TextKey key, TemplateText text) {
        return of(key, text, Optional.empty());
    }

    /** With the variables that it may use. */
    static TextJson of(TextKey key, TemplateText text, List<String> variables) {
        return of(key, text, Optional.of(variables));
    }

    private static TextJson of(TextKey key, TemplateText text, Optional<List<String>> variables) {
        return new TextJson(
                key.name(),
                key.kind(),
                key.audience(),
                key.channel(),
                text.locale().toLanguageTag(),
                text.isOwn(),
                Optional.ofNullable(text.subject()),
                text.body(),
                variables);
    }

    /** How a text would be sent. */
    record PreviewJson(Optional<String> subject, String text, Optional<SmsJson> sms) {

        static PreviewJson of(TextPreview preview) {
            return new PreviewJson(
                    preview.subject(), preview.text(), preview.sms().map(SmsJson::of));
        }
    }

    /**
     * How the networks count it.
     *
     * @param beyondGsm7 the first character that makes it UCS-2
     */
    record SmsJson(SmsText.Encoding encoding, int units, int segments, Optional<String> beyondGsm7) {

        static SmsJson of(SmsText text) {
            return new SmsJson(text.encoding(), text.units(), text.segments(), text.firstBeyondGsm7());
        }
    }
}
