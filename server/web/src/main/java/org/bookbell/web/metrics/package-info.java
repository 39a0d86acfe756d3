/**
 * Bookbell's own figures at {@code /metrics}, which the application server hands out.
 *
 * <p>{@link org.bookbell.web.metrics.Counters} counts what the core tells, and {@link org.bookbell.web.metrics.Gauges}
 * looks every few seconds what waits. The names stand in {@code docs/install.md}. No figure names an organization. A
 * server without MicroProfile Metrics leaves these classes out, and nothing is counted.
 */
@NullMarked
package org.bookbell.web.metrics;

import org.jspecify.annotations.NullMarked;
