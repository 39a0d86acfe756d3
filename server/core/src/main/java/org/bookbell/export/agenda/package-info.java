/**
 * Agendas: e-mails in the evening and in the morning that tell a staff member, or whoever runs an organization, what is
 * coming, with the same on paper.
 *
 * <p>{@link org.bookbell.export.agenda.Agendas} keeps when an organization wants them. {@code AgendaPlanner} plans those that
 * are due as messages of the ledger, each once; {@code AgendaWriter} writes them when they are sent, with the files that
 * {@code Papers} has exporters make.
 */
@NullMarked
package org.bookbell.export.agenda;

import org.jspecify.annotations.NullMarked;
