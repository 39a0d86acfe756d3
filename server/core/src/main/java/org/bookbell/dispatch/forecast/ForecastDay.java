package org.bookbell.dispatch.forecast;

import java.time.LocalDate;

/**
 * How many messages a day has, as planned.
 *
 * @param day in the organization's zone
 * @param skipped how many are planned not to be sent
 */
public record ForecastDay(LocalDate day, long planned, long skipped) {}
