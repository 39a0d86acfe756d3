/**
 * Measures the built server beside its controls, in one run and in turns, and prints the ratios as a table. {@link Bench} is the
 * program. Nothing of it is part of the product.
 */
@NullMarked
package org.bookbell.bench;

import org.jspecify.annotations.NullMarked;
