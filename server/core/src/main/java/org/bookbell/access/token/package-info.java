/** The API tokens of organizations: made, listed, revoked, and those that are guessed in vain counted. */
@NullMarked
package org.bookbell.access.token;

import org.jspecify.annotations.NullMarked;
