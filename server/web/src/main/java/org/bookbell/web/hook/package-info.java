/**
 * The addresses that providers of gateways call. They stand outside the API: who calls proves itself by the token of the
 * address or by a signature, and is told as little as possible.
 */
@NullMarked
package org.bookbell.web.hook;

import org.jspecify.annotations.NullMarked;
