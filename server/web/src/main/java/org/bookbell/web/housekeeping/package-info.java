/**
 * What is thrown away each hour: holds, sessions, sign-in failures and idempotency keys that have expired, and what visitors'
 * tries and the guards of sending counted for times that have passed.
 */
@NullMarked
package org.bookbell.web.housekeeping;

import org.jspecify.annotations.NullMarked;
