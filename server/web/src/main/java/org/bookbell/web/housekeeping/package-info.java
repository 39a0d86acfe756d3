/** What is thrown away each hour: holds, sessions, sign-in failures and idempotency keys that have expired. */
@NullMarked
package org.bookbell.web.housekeeping;

import org.jspecify.annotations.NullMarked;
