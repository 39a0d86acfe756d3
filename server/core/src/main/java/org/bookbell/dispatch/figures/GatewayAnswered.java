package org.bookbell.dispatch.figures;

import java.time.Duration;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;

/**
 * A gateway was asked to submit a message, and answered or did not.
 *
 * @param gateway its name, that of an organization's own one begins with the organization
 * @param took until the answer came or nobody waited any longer
 */
public record GatewayAnswered(String gateway, Outcome outcome, Duration took) implements Figure {

    /** What became of an attempt at once. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        THROTTLED,
        UNCLEAR;

        private static Outcome of(SubmitResult result) {
            if (result instanceof Accepted) {
                return ACCEPTED;
            }
            if (result instanceof Unclear) {
                return UNCLEAR;
            }
            return result instanceof Refused refused && refused.reason() == RefusalReason.THROTTLED
                    ? THROTTLED
                    : REFUSED;
        }
    }

    public static GatewayAnswered of(String gateway, SubmitResult result, Duration took) {
        return new GatewayAnswered(gateway, Outcome.of(result), took);
    }

    /** Whether the account is an organization's own. */
    public boolean isOfAnOrganization() {
        return gateway.indexOf('.') >= 0;
    }
}
