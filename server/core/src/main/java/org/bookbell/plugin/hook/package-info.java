/**
 * The addresses that providers call: {@link org.bookbell.plugin.hook.HookAddresses} makes one for each gateway, with a token
 * that nobody guesses, and {@link org.bookbell.plugin.hook.HookRenewal} makes an earlier one useless.
 */
@NullMarked
package org.bookbell.plugin.hook;

import org.jspecify.annotations.NullMarked;
