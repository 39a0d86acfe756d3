/**
 * What a request says, read once and checked at once: {@link org.bookbell.web.input.Input} is a JSON body, a form or a
 * query; a {@link org.bookbell.web.input.Kind} says what a value must look like. Every fault of the request is collected
 * with its pointer, unknown members included, and thrown together. Uses {@code problem} and the value types of the
 * domain.
 */
@NullMarked
package org.bookbell.web.input;

import org.jspecify.annotations.NullMarked;
