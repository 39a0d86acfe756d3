/**
 * What gateways made of the messages they got, for operators and for the support of their providers.
 * {@link org.bookbell.dispatch.evidence.HourlyCount} counts the attempts of each hour into a small table while receipts
 * still change them, {@link org.bookbell.dispatch.evidence.EvidenceByWeek} answers from it, and
 * {@link org.bookbell.dispatch.evidence.SupportBundle} writes the attempts themselves, without anything personal.
 */
@NullMarked
package org.bookbell.dispatch.evidence;

import org.jspecify.annotations.NullMarked;
