package org.bookbell.dispatch.job.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.function.LongSupplier;

/** The pulse of the job {@code agenda}. */
@ApplicationScoped
@Typed(AgendaPulse.class)
public class AgendaPulse extends Pulse {

    AgendaPulse() {}

    AgendaPulse(LongSupplier nanos) {
        super(nanos);
    }
}
