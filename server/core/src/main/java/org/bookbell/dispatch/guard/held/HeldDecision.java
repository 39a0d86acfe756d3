package org.bookbell.dispatch.guard.held;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.guard.Guard;

/** One decision of an operator about all that is held of an organization, or by one guard; in transactions of some hundreds. */
@Dependent
public class HeldDecision {

    private final HeldMessages held;

    @Inject
    public HeldDecision(HeldMessages held) {
        this.held = held;
    }

    /** Lets all go that is still useful, and answers how many. */
    public int release(Actor actor, long organizationId, Optional<Guard> guard) {
        return repeat(() -> held.release(actor, organizationId, guard));
    }

    /** Ends all, and answers how many. */
    public int drop(Actor actor, long organizationId, Optional<Guard> guard) {
        return repeat(() -> held.drop(actor, organizationId, guard));
    }

    private static int repeat(IntSupplier act) {
        int all = 0;
        int some;
        do {
            some = act.getAsInt();
            all += some;
        } while (some == HeldMessages.AT_ONCE);
        return all;
    }
}
