package org.bookbell.message.planning.owed;

import org.bookbell.message.timing.QuietHours;
import org.bookbell.organization.LateBooking;

/** What an organization says about all its reminders. */
public record ReminderPolicy(QuietHours quietHours, LateBooking lateBooking) {}
