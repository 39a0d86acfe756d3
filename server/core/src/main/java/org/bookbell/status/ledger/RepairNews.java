package org.bookbell.status.ledger;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.message.planning.reconciliation.LedgerRepaired;
import org.bookbell.message.planning.reconciliation.LedgerRepaired.Repaired;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.transaction.UseCase;

/** Tells the operators what the hourly reconciliation repaired, in one e-mail a run. */
@UseCase
public class RepairNews {

    private static final long SERVER = 0;
    private static final int MOST = 50;

    private final Addressees addressees;
    private final Organizations organizations;
    private final Alerts alerts;

    @Inject
    public RepairNews(Addressees addressees, Organizations organizations, Alerts alerts) {
        this.addressees = addressees;
        this.organizations = organizations;
        this.alerts = alerts;
    }

    public void tell(LedgerRepaired repaired) {
        var subject = repaired.rows() + (repaired.rows() == 1 ? " message was" : " messages were") + " planned wrongly";
        var text = "The ledgers did not say what the appointments ask for, and were repaired:\n\n"
                + lines(repaired.ledgers())
                + "\n\nThis should never be needed. If it happens again, somebody should look why: the log says when.";
        addressees.listOperators().forEach(operator -> alerts.mail(Actor.system(), SERVER, operator, subject, text));
    }

    private String lines(List<Repaired> ledgers) {
        var told = ledgers.stream().limit(MOST).map(this::line).collect(Collectors.joining("\n"));
        return ledgers.size() > MOST ? told + "\nand " + (ledgers.size() - MOST) + " organizations more" : told;
    }

    private String line(Repaired ledger) {
        var figures = new ArrayList<String>();
        add(figures, ledger.added(), "missing");
        add(figures, ledger.changed(), "at a wrong time");
        add(figures, ledger.refreshed(), "with former facts");
        add(figures, ledger.cancelled(), "that nothing asks for");
        return organizations.get(ledger.organizationId()).name() + ": " + String.join(", ", figures);
    }

    private static void add(List<String> figures, int count, String what) {
        if (count > 0) {
            figures.add(count + " " + what);
        }
    }
}
