package org.bookbell.http.answer;

import org.bookbell.spi.gateway.RefusalReason;

/**
 * What a status means where nobody says more, by RFC 9110, 15, RFC 6585 and RFC 8470. What matters is whether the message may
 * have been taken:
 *
 * <ul>
 *   <li>4xx: the server saw an error of ours and did not do it.
 *   <li>503: it says itself that it cannot handle requests now (15.6.4); 501 and 505 that it never will.
 *   <li>Other 5xx: it failed somewhere on the way, maybe after it had the message; 502 and 504 are even a proxy's that passed
 *       it on (15.6.3, 15.6.5).
 *   <li>3xx: redirections are not followed, so that no secret goes to another host; nothing was done yet (15.4), but for 303,
 *       which tells where the result is (15.4.4), and 300 and 304, which nobody expects.
 * </ul>
 */
final class UsualMeanings {

    private UsualMeanings() {}

    static Meaning of(int status) {
        return switch (status) {
            case 401, 402, 403, 407 -> Meaning.refused(RefusalReason.ACCOUNT);
            case 408, 421, 425, 503 -> Meaning.refused(RefusalReason.UNAVAILABLE);
            case 413, 414 -> Meaning.refused(RefusalReason.CONTENT);
            case 429 -> Meaning.refused(RefusalReason.THROTTLED);
            case 301, 302, 307, 308, 501, 505 -> Meaning.refused(RefusalReason.OTHER);
            default -> status / 100 == 4 ? Meaning.refused(RefusalReason.OTHER) : Meaning.UNCLEAR;
        };
    }
}
