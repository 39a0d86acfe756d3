/**
 * Times in which text messages cost nothing, since a gateway failed or the operator says so.
 *
 * <p>{@link org.bookbell.credit.window.NoChargeWindow} says what it covers, by the time of submission. Fail-over opens
 * windows by {@link org.bookbell.credit.window.NoChargeWindows}, the operator by {@link
 * org.bookbell.credit.window.WindowSetup}. Uses the feature {@code organization} only.
 */
@NullMarked
package org.bookbell.credit.window;

import org.jspecify.annotations.NullMarked;
