package org.bookbell.web.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bookbell.access.Permission;
import org.bookbell.message.calls.CallTexts;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.web.access.Visit;

/** The calls that somebody looks at, with the texts that did not arrive. */
@Dependent
class ShownCalls {

    /** How long what was handled is shown. */
    private static final Duration HANDLED = Duration.ofDays(1);

    private final CallList calls;
    private final CallTexts texts;
    private final Visit visit;
    private final Clock clock;

    @Inject
    ShownCalls(CallList calls, CallTexts texts, Visit visit, Clock clock) {
        this.calls = calls;
        this.texts = texts;
        this.visit = visit;
        this.clock = clock;
    }

    /** Which calls. */
    enum Standing {
        OPEN,
        HANDLED
    }

    List<CallListEntry> list(Standing standing, int limit) {
        return switch (standing) {
            case OPEN -> calls.list(visit.organizationId(), limit);
            case HANDLED ->
                calls.listHandled(visit.organizationId(), clock.instant().minus(HANDLED), limit);
        };
    }

    /** The texts as an SMS by call; the secret link of a client only for who may change the appointment anyway. */
    Map<Long, String> texts(List<CallListEntry> shown) {
        return texts.bySms(shown, visit.may(Permission.BOOK));
    }

    /** The texts for paper, which lies about: without any secret. */
    Map<Long, String> textsForPaper(List<CallListEntry> shown) {
        return texts.bySms(shown, false);
    }
}
