/**
 * SMS through a Kannel of one's own, the free gateway that speaks with SMS centers: {@link
 * org.bookbell.kannel.KannelProvider}.
 *
 * <p>Messages are handed to an smsbox by its sendsms interface; the smsbox reports by calling the account's web hook, at an
 * address that each message brings along, and brings replies by an sms-service of its configuration. Kannel gives no id of
 * a message and signs nothing: the attempt's id stands in that address, and the token in it is the proof. Facts are from
 * the user guide of Kannel 1.4.5, or its source where the guide is silent. The package uses the SPI and the wire of the HTTP
 * provider.
 */
@NullMarked
package org.bookbell.kannel;

import org.jspecify.annotations.NullMarked;
