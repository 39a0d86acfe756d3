/** The ledger of messages, the call list and the reminder rules: API and pages. */
@NullMarked
package org.bookbell.web.message;

import org.jspecify.annotations.NullMarked;
