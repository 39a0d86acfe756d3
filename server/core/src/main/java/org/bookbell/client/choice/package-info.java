/**
 * What clients and staff decided about their messages: {@link org.bookbell.client.choice.Consents} keeps what was agreed to,
 * word for word, {@link org.bookbell.client.choice.OptOuts} the addresses that want none, {@link
 * org.bookbell.client.choice.ContactChoices} everybody's own kinds, channels and lead times. May use {@code organization}.
 */
@NullMarked
package org.bookbell.client.choice;

import org.jspecify.annotations.NullMarked;
