/**
 * Messages in words: the texts of the house, those that organizations write themselves, and what fills them.
 *
 * <p>{@link org.bookbell.message.text.Templates} keeps and tries the organizations' texts, {@link
 * org.bookbell.message.text.Renderer} writes a message for the gateway that carries it. Built-in texts are resources,
 * one file a language. Uses the words of {@code message}, {@code organization} and {@code client}.
 */
@NullMarked
package org.bookbell.message.text;

import org.jspecify.annotations.NullMarked;
