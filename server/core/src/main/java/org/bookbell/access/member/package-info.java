/** Who belongs to organizations in which role: accounts, their passwords and the first operator. */
@NullMarked
package org.bookbell.access.member;

import org.jspecify.annotations.NullMarked;
