/**
 * What an organization's messages of the next days would become: the rows that planning wrote, looked at with the checks
 * that planning and sending would make at the time. Nothing is written. {@link org.bookbell.dispatch.forecast.Forecast} is
 * what members ask.
 */
@NullMarked
package org.bookbell.dispatch.forecast;

import org.jspecify.annotations.NullMarked;
