/**
 * SMS through Twilio's Messages API: {@link org.bookbell.twilio.TwilioProvider}.
 *
 * <p>A message is posted once; Twilio says what became of it by calling the account's web hook at an address that the
 * message brings along, with the attempt's id in it, and brings replies to the same hook. Calls are signed with the
 * account's auth token. Facts are from Twilio's documentation, whose pages the classes name. The package uses the SPI, and of
 * the HTTP provider its way of speaking HTTP.
 */
@NullMarked
package org.bookbell.twilio;

import org.jspecify.annotations.NullMarked;
