/** What gateways made of the messages they got, by country, network, code and week, and a bundle for a provider's support. */
@NullMarked
package org.bookbell.web.evidence;

import org.jspecify.annotations.NullMarked;
