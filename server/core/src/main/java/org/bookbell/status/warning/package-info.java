/**
 * What members should know on every page while an incident lasts that concerns them: {@link
 * org.bookbell.status.warning.Warnings} tells how many of their reminders have not arrived, and when more is said.
 */
@NullMarked
package org.bookbell.status.warning;

import org.jspecify.annotations.NullMarked;
