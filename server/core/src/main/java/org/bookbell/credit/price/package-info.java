/**
 * What a segment of a text message costs, by destination: {@link org.bookbell.credit.price.PriceList}, which the
 * operator sets by {@link org.bookbell.credit.price.Prices}. Uses no feature.
 */
@NullMarked
package org.bookbell.credit.price;

import org.jspecify.annotations.NullMarked;
