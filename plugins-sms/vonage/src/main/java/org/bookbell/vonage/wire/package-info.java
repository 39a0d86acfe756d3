/**
 * What requests and calls have in common: {@link org.bookbell.vonage.wire.Signature}, {@link
 * org.bookbell.vonage.wire.ClientRef} and JSON.
 */
@NullMarked
package org.bookbell.vonage.wire;

import org.jspecify.annotations.NullMarked;
