/**
 * Signing in, how often it may fail, and the sessions that come of it: each knows the
 * {@link org.bookbell.access.Caller} behind a request.
 */
@NullMarked
package org.bookbell.access.session;

import org.jspecify.annotations.NullMarked;
