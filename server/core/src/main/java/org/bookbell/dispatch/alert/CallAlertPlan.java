package org.bookbell.dispatch.alert;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bookbell.audit.Actor;
import org.bookbell.client.FailingAddresses;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** Plans the e-mails about new calls and marks the calls as told, both or neither, and on one node only. */
@UseCase
public class CallAlertPlan {

    /** How long organizers are left in peace after an e-mail. */
    static final Duration QUIET = Duration.ofMinutes(3);

    private final Sql sql;
    private final Clock clock;
    private final CallAlertAddressees addressees;
    private final Alerts alerts;
    private final FailingAddresses addresses;

    @Inject
    public CallAlertPlan(
            Sql sql, Clock clock, CallAlertAddressees addressees, Alerts alerts, FailingAddresses addresses) {
        this.sql = sql;
        this.clock = clock;
        this.addressees = addressees;
        this.alerts = alerts;
        this.addresses = addresses;
    }

    /** Answers whether it was this call that did so; another node may have been faster. */
    public boolean plan(CallAlertDraft draft) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!mayTell(draft, now)) {
            return false;
        }
        sql.batch(
                "UPDATE call_list SET alerted_at = ? WHERE id = ? AND alerted_at IS NULL",
                draft.callIds().stream()
                        .map(id -> new @Nullable Object[] {now, id})
                        .toList());
        draft.failing().forEach(each -> addresses.mark(draft.organizationId(), each.clientId(), each.address()));
        draft.letter().ifPresent(mail -> tell(draft.organizationId(), mail));
        return true;
    }

    /** Locks the organization's row, so that whoever comes second finds it told a moment ago. */
    private boolean mayTell(CallAlertDraft draft, Instant now) {
        var toldAt = draft.letter().isPresent() ? "?" : "alerted_at";
        var parameters = draft.letter().isPresent()
                ? new @Nullable Object[] {now, draft.organizationId(), now.minus(QUIET)}
                : new @Nullable Object[] {draft.organizationId(), now.minus(QUIET)};
        return sql.update(
                        "UPDATE call_alert SET alerted_at = " + toldAt
                                + " WHERE organization_id = ? AND alerted_at <= ?",
                        parameters)
                == 1;
    }

    private void tell(long organizationId, CallAlertDraft.Mail mail) {
        addressees
                .of(organizationId)
                .forEach(addressee ->
                        alerts.mail(Actor.system(), organizationId, addressee, mail.subject(), mail.text()));
    }
}
