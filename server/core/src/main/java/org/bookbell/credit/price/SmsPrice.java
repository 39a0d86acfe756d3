package org.bookbell.credit.price;

/**
 * What a segment to some destinations costs.
 *
 * @param prefix the beginning of their numbers in E.164, with its plus; empty for every number
 */
public record SmsPrice(String prefix, long milliCredits) {}
