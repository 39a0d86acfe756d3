/**
 * Invitations: what mail programs put into a client's calendar by themselves.
 *
 * <p>{@link org.bookbell.export.invitation.InvitationWriter} has the exporter that knows invitations write one, just before a
 * confirmation, a change or a cancellation is sent.
 */
@NullMarked
package org.bookbell.export.invitation;

import org.jspecify.annotations.NullMarked;
