/**
 * What a person reads at the console: {@link org.bookbell.launcher.console.Console} writes it, and a
 * {@link org.bookbell.launcher.console.Fault} is something wrong with its cure. Used by all of the launcher, uses nothing
 * of it.
 */
@NullMarked
package org.bookbell.launcher.console;

import org.jspecify.annotations.NullMarked;
