package org.bookbell.dispatch.lost;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * A message that was taken and did not arrive.
 *
 * @param reason why, where the last receipt says so
 * @param mayGoAgain whether it is of a kind that is sent again
 * @param hasUntried whether a gateway in order is left that it was not tried over
 * @param attempts how often it was tried
 * @param latestToCall until when a person must know, so that there is time to call
 */
public record Lost(
        Optional<RefusalReason> reason,
        boolean mayGoAgain,
        boolean hasUntried,
        int attempts,
        Instant usefulUntil,
        Instant latestToCall) {

    /**
     * What follows.
     *
     * @param againAt when it is sent again; empty where a person must act
     */
    public record Next(Optional<Instant> againAt) {

        static final Next CALL = new Next(Optional.empty());
    }
}
