/** Clients as the API shows and changes them, with their consents and opt-outs. */
@NullMarked
package org.bookbell.web.client;

import org.jspecify.annotations.NullMarked;
