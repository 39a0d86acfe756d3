/**
 * Tells organizers whom to call: one e-mail for all that is new, never one for each message.
 *
 * <p>{@link org.bookbell.dispatch.alert.CallAlerts} looks every few seconds for calls of which nobody was told, {@link
 * org.bookbell.dispatch.alert.CallAlertText} puts them into words, and {@link
 * org.bookbell.dispatch.alert.CallAlertPlan} marks them and plans the e-mails in one transaction, so that each is told
 * once whatever happens. What failed for good or three times running marks the number on the way.
 */
@NullMarked
package org.bookbell.dispatch.alert;

import org.jspecify.annotations.NullMarked;
