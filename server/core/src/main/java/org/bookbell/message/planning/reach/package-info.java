/** Who can be reached how: addresses, consent, opt-outs, choices of one's own and addresses that fail. */
@NullMarked
package org.bookbell.message.planning.reach;

import org.jspecify.annotations.NullMarked;
