/**
 * Whoever books: the {@link org.bookbell.client.Client client file}, how a client is found by the desk, the consents a
 * client gave, the addresses that want no messages, and the own choices of clients and staff about their messages.
 *
 * <p>{@link org.bookbell.client.ClientFile} changes clients, {@link org.bookbell.client.Clients} finds them. An opt-out
 * belongs to an address, not to a client. This package may use {@code organization} only.
 */
@NullMarked
package org.bookbell.client;

import org.jspecify.annotations.NullMarked;
