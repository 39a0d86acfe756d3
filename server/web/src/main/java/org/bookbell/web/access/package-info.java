/**
 * Who may call which route: each resource method carries exactly one of {@link org.bookbell.web.access.Requires},
 * {@link org.bookbell.web.access.SignedIn}, {@link org.bookbell.web.access.ForOperator} and
 * {@link org.bookbell.web.access.Everybody}; a route with none of them answers nobody.
 *
 * <p>{@link org.bookbell.web.access.Visit} is what the filters found out: the caller and the organization of the path.
 */
@NullMarked
package org.bookbell.web.access;

import org.jspecify.annotations.NullMarked;
