/**
 * What a gateway's calls of the web hook mean: {@link org.bookbell.http.hook.HookReader} verifies the signature, where there
 * is one, and finds receipts and replies by where an operator said that they stand.
 */
@NullMarked
package org.bookbell.http.hook;

import org.jspecify.annotations.NullMarked;
