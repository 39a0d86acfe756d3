/**
 * What operators see and decide about organizations that send more than they may: held messages, and limits.
 *
 * <p>{@link org.bookbell.web.guard.HeldResource} and {@link org.bookbell.web.guard.LimitsResource} are the REST
 * interface of {@code org.bookbell.dispatch.guard}, the pages beside them the same for people.
 */
@NullMarked
package org.bookbell.web.guard;

import org.jspecify.annotations.NullMarked;
