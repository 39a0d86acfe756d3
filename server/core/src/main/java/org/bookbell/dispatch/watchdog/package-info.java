/**
 * A watchdog that trusts nobody: on a thread of its own it compares what is planned with what was sent, and tells by ways
 * that do not need the sending which it watches.
 */
@NullMarked
package org.bookbell.dispatch.watchdog;

import org.jspecify.annotations.NullMarked;
