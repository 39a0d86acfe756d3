/**
 * Kannel's own boxes with the configuration of the documentation, between the plugin and an SMS center that lets messages
 * fail. What a machine does not have (Debian's {@code kannel}, {@code kannel-extras}, {@code nodejs}, {@code npm}) skips the
 * tests that need it. {@link org.bookbell.it.kannel.SmsCenter} also stands alone, for a plugin that speaks SMPP itself.
 */
@NullMarked
package org.bookbell.it.kannel;

import org.jspecify.annotations.NullMarked;
