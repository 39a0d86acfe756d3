package org.bookbell.message.planning;

import org.bookbell.message.timing.QuietHours;
import org.bookbell.organization.LateBooking;

/** What an organization says about all its reminders. */
record ReminderPolicy(QuietHours quietHours, LateBooking lateBooking) {}
