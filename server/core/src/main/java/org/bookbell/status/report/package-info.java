/**
 * Problems that members report from a message, with its history as it was then.
 *
 * <p>{@link org.bookbell.status.report.Reports} takes them, joins them to the incident that explains them or tells the
 * operators at once, shows operators what waits and brings back their answers; {@link
 * org.bookbell.status.report.ReportAlerts} reminds operators of what nobody has answered, and answers what an incident
 * that is over explains. An organization sees its own reports only; operators see all.
 */
@NullMarked
package org.bookbell.status.report;

import org.jspecify.annotations.NullMarked;
