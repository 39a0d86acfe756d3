package org.bookbell.message.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text with variables.
 *
 * @param locale the language it is written in
 * @param subject of an e-mail; null for an SMS
 * @param isOwn whether the organization wrote it
 */
public record TemplateText(Locale locale, @Nullable String subject, String body, boolean isOwn) {}
