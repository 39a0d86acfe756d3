/**
 * Who may do what: members sign in with a password and get a session, programs come with an API token, and both become
 * a {@link org.bookbell.access.Caller} that every resource and page asks for permission.
 *
 * <p>{@link org.bookbell.access.session.SignIn} makes callers, {@link org.bookbell.access.member.Members} and
 * {@link org.bookbell.access.token.ApiTokens} give and take rights within one organization. Neither passwords nor tokens are
 * stored, only what proves them. This package may use {@code organization} and {@code message}.
 */
@NullMarked
package org.bookbell.access;

import org.jspecify.annotations.NullMarked;
