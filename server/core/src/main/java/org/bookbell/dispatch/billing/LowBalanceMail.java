package org.bookbell.dispatch.billing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import org.bookbell.access.Role;
import org.bookbell.access.member.Member;
import org.bookbell.access.member.Members;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.credit.BalanceLow;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.Ids;

/** Tells the owners of an organization by e-mail that its balance is low. */
@Dependent
class LowBalanceMail {

    private static final Logger LOG = System.getLogger(LowBalanceMail.class.getName());
    private static final int MILLI = 3;

    private final Members members;
    private final Organizations organizations;
    private final Alerts alerts;

    @Inject
    LowBalanceMail(Members members, Organizations organizations, Alerts alerts) {
        this.members = members;
        this.organizations = organizations;
        this.alerts = alerts;
    }

    /** In the transaction that notes that it was told. */
    void tell(@Observes BalanceLow low) {
        var organization = organizations.get(low.organizationId());
        var owners = members.list(organization.id()).stream()
                .filter(member -> member.role() == Role.OWNER)
                .toList();
        if (owners.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "The balance of organization {0} is low, but it has no owner to tell.",
                    Ids.text(organization.id()));
        }
        owners.forEach(owner -> alerts.tell(
                Actor.system(),
                organization.id(),
                recipient(owner, organization),
                Channel.EMAIL,
                "Little credit left for text messages",
                text(low)));
    }

    private static Recipient recipient(Member owner, Organization organization) {
        return new Recipient(
                Audience.MEMBER,
                owner.id(),
                owner.name(),
                organization.locale(),
                organization.zone(),
                owner.email(),
                null);
    }

    private static String text(BalanceLow low) {
        return "The credit for text messages is down to " + credits(low.balance()) + "; you asked to be told below "
                + credits(low.lowBelow()) + ".\n\n"
                + "Without credit, reminders by text message are sent by e-mail instead, or the clients are put on the"
                + " call list, as your settings say. Ask the operator of your server for more credit.";
    }

    private static String credits(long milli) {
        return BigDecimal.valueOf(milli, MILLI).toPlainString();
    }
}
