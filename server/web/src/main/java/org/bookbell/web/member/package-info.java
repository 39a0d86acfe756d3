/** The members of an organization and its API tokens, as the API shows and changes them. */
@NullMarked
package org.bookbell.web.member;

import org.jspecify.annotations.NullMarked;
