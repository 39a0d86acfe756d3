/**
 * SMS through Clickatell: {@link org.bookbell.clickatell.ClickatellProvider}.
 *
 * <p>Clickatell has three interfaces, of which an account has one: the SMS API and the One API of its platform, and the HTTP
 * API of accounts made before it. They differ in requests, answers and codes, see {@link org.bookbell.clickatell.Interface};
 * their calls of the web hook are told apart by what is in them. Each message brings the attempt's id along, which comes back
 * with its reports. Facts are from Clickatell's documents (help.clickatell.com, docs.clickatell.com, its archive) and, for the
 * HTTP API, from the overview that its author published (clickatell-overview-http). The packages use the SPI, JSON-P, and
 * of the HTTP provider its way of speaking HTTP.
 */
@NullMarked
package org.bookbell.clickatell;

import org.jspecify.annotations.NullMarked;
