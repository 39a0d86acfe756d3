/**
 * What is counted of sending, for whoever draws curves of it.
 *
 * <p>Whoever works tells {@link org.bookbell.dispatch.figures.Figures} what happened, and a {@link
 * org.bookbell.dispatch.figures.Figure} is fired as an event; nobody need listen, and nothing here knows how it is shown.
 * {@link org.bookbell.dispatch.figures.Backlog} tells what waits now. No figure names an organization.
 */
@NullMarked
package org.bookbell.dispatch.figures;

import org.jspecify.annotations.NullMarked;
