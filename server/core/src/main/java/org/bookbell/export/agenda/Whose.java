package org.bookbell.export.agenda;

import java.util.Locale;
import java.util.Optional;

/**
 * Whose appointments an agenda shows.
 *
 * @param title the name of the staff member, or the organization's
 * @param staff one staff member's; empty for everybody's
 * @param locale the language of who reads it
 */
public record Whose(long organizationId, String organization, String title, Optional<Long> staff, Locale locale) {}
