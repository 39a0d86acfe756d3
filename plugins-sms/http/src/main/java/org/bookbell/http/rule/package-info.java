/**
 * What operators write into settings, read: {@link org.bookbell.http.rule.Template}s with placeholders, {@link
 * org.bookbell.http.rule.Finder}s that look into answers, {@link org.bookbell.http.rule.WordTable}s that say what a
 * provider's words mean.
 *
 * <p>Each is read once, when a gateway is checked or opened; what cannot be read is a {@link
 * org.bookbell.http.rule.WrongRule} whose words become the fault of a setting.
 */
@NullMarked
package org.bookbell.http.rule;

import org.jspecify.annotations.NullMarked;
