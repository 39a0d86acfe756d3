package org.bookbell.web.text;

import static org.bookbell.web.input.Kind.text;

import java.util.Locale;
import org.bookbell.message.text.TemplateText;
import org.bookbell.web.input.Input;

/** Reads a text, from JSON or a form; what it may say is checked by the core. */
final class TextInput {

    /** More than any text may have, so that the core tells what is allowed. */
    private static final int MOST = 20_000;

    private TextInput() {}

    static TemplateText read(Input in, Locale locale) {
        return new TemplateText(
                locale,
                in.find("subject", text(0, MOST)).orElse(null),
                in.get("body", text(0, MOST)).replace("\r\n", "\n"),
                true);
    }
}
