/**
 * SMS through the SMS API of Vonage, once Nexmo: {@link org.bookbell.vonage.VonageProvider}.
 *
 * <p>Messages are posted as a form and answered 200 whatever became of them: the answer has a status for each part of the
 * message. Receipts, one for each part, and replies, one call for each part, come to the account's web hook, signed where
 * Vonage's support turned that on. Facts are from Vonage's documents and its OpenAPI definitions ({@code sms.yml}, {@code
 * account.yml}), or its Java SDK where they are silent. The packages use
 * the SPI, JSON-P, and of the HTTP provider its way of speaking HTTP.
 */
@NullMarked
package org.bookbell.vonage;

import org.jspecify.annotations.NullMarked;
