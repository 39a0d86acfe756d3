package org.bookbell.web.self;

/**
 * Whether an organization writes e-mail to a client.
 *
 * @param path of the client's appointment
 */
record UnsubscribeView(String path, String organization, boolean isEnded) {}
