/**
 * Who and what can be booked: {@link org.bookbell.calendar.Staff staff} and {@link org.bookbell.calendar.Resource
 * resources}, each with a calendar, the {@link org.bookbell.calendar.Service services} they give, their weekly hours and
 * the {@link org.bookbell.calendar.hours.TimeBlock time blocks} that make exceptions. Every change that alters what can be
 * booked raises the version of the calendars concerned. What follows from all this, the slots, is in {@code
 * calendar.offer}; the acts that change it are in {@code calendar.setup}. May use {@code organization}.
 */
@NullMarked
package org.bookbell.calendar;

import org.jspecify.annotations.NullMarked;
